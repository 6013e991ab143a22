#the service that stands for SNAT
ipvsadm -A -t 0.0.0.0:0 -s rr
ipvsadm -A -u 0.0.0.0:0 -s rr #sources that are translated
ipvsadm -K  --zone 192.168.0.0/16 #addresses for 192.168.0.0/16, taken in turn
ipvsadm -U --zone 192.168.0.0/16 -z 121.14.161.100
ipvsadm -U --zone 192.168.0.0/16 -z 121.14.161.101
