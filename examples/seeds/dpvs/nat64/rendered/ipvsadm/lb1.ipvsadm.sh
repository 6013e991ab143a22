#!/bin/sh -e
# lb1 of cluster dpvs-nat64: commands, for sh -e (dpvs)
# Written by sluice render.

# routes
dpip route -6 add 2001::/64 dev bond2
dpip route add 192.168.228.0/23 dev bond1
dpip route -6 add default via 2001::1 dev bond2

# VirtualService tcp-2001-201-80
ipvsadm -A -t [2001::201]:80 -s rr
ipvsadm -P -t [2001::201]:80 -z 192.168.229.201 -F bond1
ipvsadm -a -t [2001::201]:80 -r 192.168.229.1:80 -b -w 1
ipvsadm -a -t [2001::201]:80 -r 192.168.229.2:80 -b -w 1

# VIPs, last: without its service a VIP answers with resets
dpip addr add 2001::201/128 dev bond2
