/**
 * Programs that set-up scripts call and that change nothing an import would have to carry over:
 * the importer passes them by. What is in neither list is reported.
 */

/** Read by this room. */
export const READ_PROGRAMS: ReadonlySet<string> = new Set(
  (
    'ipvsadm dpip echo sysctl ip ifconfig route ifup ifdown ethtool iptables service systemctl ' +
    'chkconfig cat keepalived dpvs'
  ).split(' '),
);

/** Building, fetching, looking: no part of a director's configuration. */
export const PASSED_PROGRAMS: ReadonlySet<string> = new Set(
  (
    'cd mkdir cp mv rm ln ls pwd chmod chown tar unzip wget curl git make patch diff rpm rpmbuild ' +
    'yum dnf apt apt-get insmod rmmod modprobe lsmod depmod init reboot shutdown exit set sh bash ' +
    'source . : true false sleep ping ping6 tcpdump dmesg grep egrep less more awk sed head tail ' +
    'sort uniq wc md5sum genhash hash ps kill export unset printf date uname id sudo nohup ' +
    'configure ./configure tee test [ [[ dpvs-agent ulimit mount umount numactl taskset ' +
    'set_irq_affinity.sh ipvsadm-save ipvsadm-restore'
  ).split(' '),
);

export function programOf(text: string): string {
  return text.replace(/^.*\/(?=[^/])/, '');
}
