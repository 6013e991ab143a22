#!/bin/sh -e
# lb1 of cluster dsnat-commands: commands, for sh -e (dsnat)
# Written by sluice render.

# SNAT addresses
ip addr replace 1.2.100.1/32 dev eth1
ip addr replace 1.2.100.2/32 dev eth1
ip addr replace 1.2.100.3/32 dev eth1

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
