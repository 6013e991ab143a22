#!/bin/sh -e
# lb1 of cluster dpvs-simple: commands, for sh -e (dpvs)
# Written by sluice render.

# routes
dpip route add 10.0.96.0/24 dev dpdk2
dpip route add 192.168.229.0/24 dev dpdk0
dpip route add default via 10.0.96.254 dev dpdk2

# VirtualService tcp-10-0-96-204-80
ipvsadm -A -t 10.0.96.204:80 -s rr
ipvsadm -P -t 10.0.96.204:80 -z 192.168.229.204 -F dpdk0
ipvsadm -a -t 10.0.96.204:80 -r 192.168.229.1:80 -b -w 1

# VIPs, last: without its service a VIP answers with resets
dpip addr add 10.0.96.204/32 dev dpdk2
