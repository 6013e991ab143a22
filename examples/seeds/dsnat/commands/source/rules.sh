#SNAT on: the service that every packet from inside meets
ipvsadm –A –t 0.0.0.0:0 –s rr

#a zone by source; the client is 1.1.1.1/16
ipvsadm -K  --zone 1.1.0.0/16

#addresses for the zone 1.0.0.0/16
ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.1
ipvsadm -P --zone 1.1.0.0/16 -z 1.2.100.2

#and one for all others
ipvsadm -K  --zone 0.0.0.0/0
ipvsadm -P --zone 0.0.0.0/0 -z 1.2.100.3

#look at it
ipvsadm -ln
ipvsadm -G
