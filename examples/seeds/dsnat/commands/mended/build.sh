cd kernel-2.6.32-279.23.1.el6/linux-2.6.32-279.23.1.el6.x86_64/
patch -p1 < dsnat-2.6.32-279.23.1.el6.xiaomi.noconfig.patch
make -j16
make modules_install
make install
init 6
