#!/bin/sh -e
# lb1 of cluster lvs-snat-on-dsnat: commands, for sh -e (lvs-snat-v1)
# Written by sluice render.

# SNAT addresses
ip addr replace 121.14.161.100/32 dev eth0
ip addr replace 121.14.161.101/32 dev eth0

# SNAT service
ipvsadm -A -t 0.0.0.0:0 -s rr
ipvsadm -A -u 0.0.0.0:0 -s rr

# zone snat.192-168-0-0-16
ipvsadm -K --zone 192.168.0.0/16
ipvsadm -U --zone 192.168.0.0/16 -z 121.14.161.100
ipvsadm -U --zone 192.168.0.0/16 -z 121.14.161.101
