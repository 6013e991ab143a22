#!/bin/sh -e
# lb2 of cluster dpvs-keepalived-pair: dpip commands, for sh -e (dpvs)
# Written by sluice render.
# Not said here, or said a little differently:
#   VrrpInstance/vi-1, VrrpInstance/vi-2 spec: what VRRP carries is left to keepalived, which puts it on the master
#   Node/lb2 spec: services are not of dpip

# local addresses
dpip addr add 192.168.229.202/32 dev bond1 sapool

# routes
dpip route add 10.0.96.0/24 dev bond2
dpip route add 192.168.228.0/23 dev bond1
dpip route add default via 10.0.96.254 dev bond2
dpip route -6 add 2001::/64 dev bond2
dpip route -6 add default via 2001::1 dev bond2
