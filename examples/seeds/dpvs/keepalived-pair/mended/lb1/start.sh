$ systemctl daemon-reload
$ systemctl enable rsyslog.service
$ systemctl restart rsyslog.service
$ ifup bond2.kni
$ sh routes.sh
$ systemctl enable keepalived.service
$ systemctl start keepalived.service
