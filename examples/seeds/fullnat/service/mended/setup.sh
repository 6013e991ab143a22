# one FULLNAT service; -b for every server, where NAT would have -m
ipvsadm -A -t 192.168.104.84:10000 -s wrr
ipvsadm -a -t 192.168.104.84:10000 -r 192.168.103.98:9999 -b
ipvsadm -a -t 192.168.104.84:10000 -r 192.168.103.99:9999 -b
# what the servers see as the client
ipvsadm -P -t 192.168.104.84:10000 -z 192.168.103.84
# on the link towards the servers
ip addr add 192.168.103.84/32 dev eth1
# look at it
ipvsadm -G -t 192.168.104.84:10000
ipvsadm -l -n
ipvsadm -l -n -c
