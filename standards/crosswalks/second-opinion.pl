#!/usr/bin/env perl
# What MARC::Record makes of records: title, ISBNs, names and years of each, read by other people's code.
# In: a line for each record, "marc21-iso BASE64", "marc21-xml BASE64", "unimarc-iso BASE64". Out: a JSON object a line.
use strict;
use warnings;
use Encode qw(decode FB_CROAK);
use JSON::PP;
use MARC::Charset qw(marc8_to_utf8);
use MARC::File::USMARC;
use MARC::File::XML;
use MARC::Record;
use MIME::Base64 qw(decode_base64);

MARC::Charset->assume_unicode(0);
MARC::Charset->ignore_errors(1);
binmode STDOUT, ':encoding(UTF-8)';
$SIG{__WARN__} = sub { };

while (my $line = <STDIN>) {
    chomp $line;
    my ($kind, $base64) = split / /, $line, 2;
    my $answer = eval { read_record($kind, decode_base64($base64)) } || { error => "$@" };
    print JSON::PP->new->canonical->encode($answer), "\n";
}

sub read_record {
    my ($kind, $bytes) = @_;
    my $record = $kind =~ /xml/ ? MARC::Record->new_from_xml(wrapped($bytes), 'UTF-8', 'MARC21')
                                : MARC::File::USMARC->decode($bytes);
    my $text = $kind =~ /xml/ ? sub { $_[0] } : text_of($record, $bytes);
    return $kind =~ /unimarc/ ? unimarc($record, $text) : marc21($record, $text);
}

# A record cut out of a page has lost the declaration of xsi, which its attributes may use.
sub wrapped {
    my ($bytes) = @_;
    return '<collection xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' . decode('UTF-8', $bytes) . '</collection>';
}

# MARC::Record decodes only what leader/09 calls Unicode; the rest is asked whether it is UTF-8, else MARC-8.
sub text_of {
    my ($record, $bytes) = @_;
    return sub { $_[0] } if substr($record->leader, 9, 1) eq 'a';
    my $is_utf8 = eval { decode('UTF-8', my $copy = $bytes, FB_CROAK); 1 };
    return $is_utf8 ? sub { decode('UTF-8', $_[0]) } : sub { marc8_to_utf8($_[0]) };
}

sub marc21 {
    my ($record, $text) = @_;
    my $fixed = $record->field('008') ? $record->field('008')->data : '';
    return {
        titles => [ map { $text->($_->subfield('a') // $_->subfield('k') // '') } $record->field('245') ],
        isbns  => [ map { isbn13($_->subfield('a') // '') } $record->field('020') ],
        names  => [ map { $text->($_->as_string('a')) } grep { is_agent($_) } $record->field('[17]00|[17]10|[17]11') ],
        years  => [ years(map { $text->($_) } map { $_->subfield('c') // () } grep { $_->tag eq '260' || $_->indicator(2) eq '1' } $record->field('26[04]')) ],
        coded  => substr($fixed . ' ' x 40, 7, 4),
    };
}

# The author of a work that stands in or beside this one is no author of this one.
sub is_agent {
    my ($field) = @_;
    return $field->tag =~ /^1/ || !defined $field->subfield('t') || $field->indicator(2) eq '2';
}

sub unimarc {
    my ($record, $text) = @_;
    my $fixed = $record->field('100') ? $record->field('100')->subfield('a') // '' : '';
    return {
        titles => [ map { $text->($_->subfield('a') // '') } grep { defined } ($record->field('200'))[0] ],
        isbns  => [ map { isbn13($_->subfield('a') // '') } $record->field('010') ],
        names  => [ map { $text->($_->as_string('a')) } $record->field('7[012].') ],
        years  => [ years(map { $text->($_) } map { $_->subfield('d') } $record->field('21[04]')) ],
        coded  => substr($fixed . ' ' x 40, 9, 4),
    };
}

sub years { my @found = map { /(?<!\d)((?:1[4-9]|20)\d\d)(?!\d)/ ? $1 : () } grep { defined } @_; return @found[0 .. ($#found > 0 ? 0 : $#found)] }

# The first run of digits of an ISBN's length, with its check digit, as 13 digits.
sub isbn13 {
    my ($text) = @_;
    my ($digits) = $text =~ /^[^0-9]*([0-9][0-9 -]*[0-9xX])/ or return ();
    $digits =~ s/[^0-9xX]//g;
    return $digits if $digits =~ /^97[89]\d{10}$/ && check13(substr($digits, 0, 12)) eq substr($digits, 12);
    return () unless $digits =~ /^\d{9}[\dxX]$/ && check10(substr($digits, 0, 9)) eq uc substr($digits, 9);
    my $body = '978' . substr($digits, 0, 9);
    return $body . check13($body);
}

sub check13 { my ($sum, $at) = (0, 0); $sum += $_ * ($at++ % 2 ? 3 : 1) for split //, shift; return (10 - $sum % 10) % 10 }
sub check10 { my ($sum, $at) = (0, 10); $sum += $_ * $at-- for split //, shift; my $c = (11 - $sum % 11) % 11; return $c == 10 ? 'X' : $c }
