#!/bin/sh -e
# lb1 of cluster dpvs-nat64: dpip commands, for sh -e (dpvs)
# Written by sluice render.
# Not said here, or said a little differently:
#   Node/lb1 spec: services are not of dpip

# local addresses
dpip addr add 192.168.229.201/32 dev bond1 sapool

# routes
dpip route -6 add 2001::/64 dev bond2
dpip route add 192.168.228.0/23 dev bond1
dpip route -6 add default via 2001::1 dev bond2

# VIPs, last: without its service a VIP answers with resets
dpip addr add 2001::201/128 dev bond2
