#!/bin/sh -e
# lb1 of cluster fullnat-service: commands, for sh -e (alibaba)
# Written by sluice render.

# local addresses
ip addr replace 192.168.103.84/32 dev eth1

# VirtualService tcp-192-168-104-84-10000
ipvsadm -A -t 192.168.104.84:10000 -s wrr
ipvsadm -P -t 192.168.104.84:10000 -z 192.168.103.84
ipvsadm -a -t 192.168.104.84:10000 -r 192.168.103.98:9999 -b -w 1
ipvsadm -a -t 192.168.104.84:10000 -r 192.168.103.99:9999 -b -w 1

# VIPs, last: without its service a VIP answers with resets
ip addr replace 192.168.104.84/32 dev lo
