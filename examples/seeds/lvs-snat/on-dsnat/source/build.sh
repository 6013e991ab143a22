wget ftp://ftp.redhat.com/pub/redhat/linux/enterprise/6Server/en/os/SRPMS/kernel-2.6.32-279.el6.src.rpm
rpm -ivh kernel-2.6.32-279.23.1.el6.src.rpm
cd ~/rpmbuild/BUILD/kernal-2.6.32-279.23.1.el6/linux-2.6.32-279.23.1.el6.x86_64
patch -p1 < dsnat-2.6.32-279.el6.xiaomi.noconfig.patch
make -j16make modules_installmake install
# more to read in dmesg
echo 12 > /proc/sys/net/ipv4/vs/debulg_level
echo 8 > /proc/sys/kernel/printk
