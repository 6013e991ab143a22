# Answers every line on standard input with the generation number of the nftables ruleset of its
# network namespace (NFT_MSG_GETGEN of linux/netfilter/nf_tables.h). Every transaction of anybody
# raises that number by one. Node has no netlink sockets and nft does not print the number without
# loading the whole ruleset; perl-base is part of every Debian.
use strict;
use warnings;
use Socket;

use constant { AF_NETLINK => 16, NETLINK_NETFILTER => 12, NFT_MSG_GETGEN => 0x0a10 };

$| = 1;
socket(my $netlink, AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER) or die "netlink socket: $!\n";
while (<STDIN>) {
  # nlmsghdr: length, type, flags (request), sequence, port; nfgenmsg: family, version, resource.
  my $request = pack('L S S L L C C n', 20, NFT_MSG_GETGEN, 1, 1, 0, 0, 0, 0);
  defined send($netlink, $request, 0) or die "netlink send: $!\n";
  defined recv($netlink, my $answer, 4096, 0) or die "netlink receive: $!\n";
  my (undef, $type) = unpack('L S', $answer);
  # After both headers comes the first attribute, NFTA_GEN_ID: length, type, number.
  my ($length, $attribute, $generation) = unpack('x20 S S N', $answer);
  die "unexpected answer of type $type\n" unless $length == 8 && $attribute == 1;
  print "$generation\n";
}
