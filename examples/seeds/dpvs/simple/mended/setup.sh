# the VIP on the WAN port, and routes to its network, to the servers and out
$ dpip addr add 10.0.96.204/32 dev dpdk2
$ dpip route add 10.0.96.0/24 dev dpdk2
$ dpip route add 192.168.229.0/24 dev dpdk0
$ dpip route add default via 10.0.96.254 dev dpdk2

# the service and its one server
$ ipvsadm -A -t 10.0.96.204:80 -s rr
$ ipvsadm -a -t 10.0.96.204:80 -r 192.168.229.1:80 -b

# its local address on the LAN port
$ ipvsadm --add-laddr -z 192.168.229.204 -t 10.0.96.204:80 -F dpdk0
