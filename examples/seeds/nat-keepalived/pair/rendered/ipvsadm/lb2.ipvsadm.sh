#!/bin/sh -e
# lb2 of cluster nat-keepalived-pair: commands, for sh -e (stock)
# Written by sluice render.
# Not said here, or said a little differently:
#   VrrpInstance/lvs-lan, VrrpInstance/lvs-wan spec: what VRRP carries is left to keepalived, which puts it on the master
#   VirtualService/tcp-113-226-77-88-80 spec.healthCheck: ipvsadm does not check real servers

# VirtualService tcp-113-226-77-88-80
ipvsadm -A -t 113.226.77.88:80 -s wrr -p 60
ipvsadm -a -t 113.226.77.88:80 -r 192.168.168.238:80 -m -w 1
