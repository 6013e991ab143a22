# an address for the balancer's traffic, with a routing table of its own
ifconfig eth1:1 192.168.168.238 netmask 255.255.255.0 up
echo "100    lvs_nat" >> /etc/iproute2/rt_tables
ip route add to 0.0.0.0/0 via 192.168.168.11 dev eth1 table lvs_nat
ip rule add from 192.168.168.238/32 table lvs_nat
