#!/bin/sh -e
# lb1 of cluster dpvs-simple: dpip commands, for sh -e (dpvs)
# Written by sluice render.
# Not said here, or said a little differently:
#   Node/lb1 spec: services are not of dpip

# local addresses
dpip addr add 192.168.229.204/32 dev dpdk0 sapool

# routes
dpip route add 10.0.96.0/24 dev dpdk2
dpip route add 192.168.229.0/24 dev dpdk0
dpip route add default via 10.0.96.254 dev dpdk2

# VIPs, last: without its service a VIP answers with resets
dpip addr add 10.0.96.204/32 dev dpdk2
