#!/bin/sh -e
# lb1 of cluster dsnat-keepalived: commands, for sh -e (dsnat)
# Written by sluice render.
# Not said here, or said a little differently:
#   VrrpInstance/vi-1, VrrpInstance/vi-2 spec: what VRRP carries is left to keepalived, which puts it on the master

# SNAT service
ipvsadm -A -t 0.0.0.0:0 -s rr
ipvsadm -A -u 0.0.0.0:0 -s rr

# zone snat.1-1-0-0-16
ipvsadm -K --zone 1.1.0.0/16
ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.1
ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.2

# zone snat.all
ipvsadm -K --zone 0.0.0.0/0
ipvsadm -P --zone 0.0.0.0/0 -z 1.2.100.3
