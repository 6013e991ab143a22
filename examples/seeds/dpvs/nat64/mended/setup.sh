# the IPv6 VIP, and routes to its network, to the IPv4 servers and out
$ dpip addr add 2001::201/128 dev bond2
$ dpip route -6 add 2001::/64 dev bond2
$ dpip route add 192.168.229.0/23 dev bond1
$ dpip route -6 add default via 2001::1 dev bond2

# the service with two servers
$ ipvsadm -A -t [2001::201]:80 -s rr
$ ipvsadm -a -t [2001::201]:80 -r 192.168.229.1:80 -b
$ ipvsadm -a -t [2001::201]:80 -r 192.168.229.2:80 -b
# an IPv4 local address
$ ipvsadm --add-laddr -z 192.168.229.201 -t [2001::201]:80 -F bond1
