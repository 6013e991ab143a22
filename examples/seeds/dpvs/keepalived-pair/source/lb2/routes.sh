# by hand after every start of dpvs: keepalived sets none of them
$ dpip route add 10.0.96.0/24 dev bond2             # network of the VIPs
$ dpip route add 192.168.229.0/23 dev bond1         # servers and local addresses
$ dpip route add default via 10.0.96.254 dev bond2  # out
$ dpip route -6 add 2001::/64 dev bond2             # network of the IPv6 VIPs
$ dpip route -6 add default via 2001::1 dev bond2   # out
