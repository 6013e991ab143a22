# the way without lvs-snat: every answer of the balancer passes this table too
iptables -t nat -A POSTROUTING -s 192.168.0.0/24 -j SNAT --to-source 121.14.161.100
