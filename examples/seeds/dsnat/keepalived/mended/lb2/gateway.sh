cat >> /etc/rc.local << 'EOF'
#forward packets
echo 1 > /proc/sys/net/ipv4/ip_forward
ethtool -K eth0 gro off
ethtool -K eth0 lro off
set_irq_affinity.sh eth0
EOF
service irqbalance stop
chkconfig --level 2345 irqbalance off
