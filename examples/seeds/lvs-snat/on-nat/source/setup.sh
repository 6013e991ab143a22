# the stock tools: whatever is no traffic of the balancer is translated; port 0 wants -p
ipvsadm -A -t 0.0.0.0:0 -s rr -p 10
# no real server: the address that the sources get
ipvsadm -a -t 0.0.0.0:0 -r 121.14.161.100:0 -m
