# echo >> /etc/rc.local << 'EOF'
#forward packets
echo 1 > /proc/sys/net/ipv4/ip_forward
ethtool -K eth0 gro off
ethtool -K eth0 lro off
set_irq_affinity.sh eth0
EOF
service irqbalance stop
chkconfig --level 2345 irqbalance off
# echo >> /etc/rc.local << 'EOF'
ip addr add 1.2.100.1/16 dev eth1
ip addr add 1.2.100.2/16 dev eth1
ip addr add 1.2.100.3/16 dev eth1
ip addr add 1.2.100.4/16 dev eth1
EOF
