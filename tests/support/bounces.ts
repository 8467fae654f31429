/** How mail servers say that a mail of ours will never arrive. `id` is that of the message, `to` whom it was for. */
type Returned = { id: string; to?: string; action?: string; status?: string }

/** A report by RFC 3464 with the headers of the mail, as Postfix writes it. */
export const byPostfix = ({ id, to = 'yildiz@example.org', action = 'failed', status = '5.1.1' }: Returned) =>
  `Return-Path: <>
Delivered-To: netz@kiez.example
Received: by mx.example.org (Postfix)
	id 4Sd1Xk2Qz9z1P; Mon, 23 Nov 2026 09:00:07 +0100 (CET)
Date: Mon, 23 Nov 2026 09:00:07 +0100 (CET)
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: netz@kiez.example
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4Sd1Xk2Qz9z1P.1795420807/mx.example.org"
Content-Transfer-Encoding: 8bit
Message-Id: <11a20695-ede1-7c57-9f5b-7b3063aa31c5@mx.example.org>

--4Sd1Xk2Qz9z1P.1795420807/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${to}>: host mail.example.org said: 550 5.1.1 user unknown (in reply to RCPT TO command)

--4Sd1Xk2Qz9z1P.1795420807/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 4Sd1Xk2Qz9z1P
X-Postfix-Sender: rfc822; netz@kiez.example
Arrival-Date: Mon, 23 Nov 2026 09:00:05 +0100 (CET)

Final-Recipient: rfc822; ${to}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.org
Diagnostic-Code: smtp; 550 5.1.1 user unknown

--4Sd1Xk2Qz9z1P.1795420807/mx.example.org
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <netz@kiez.example>
Received: from kiez.example (kiez.example [192.0.2.7])
	by mx.example.org (Postfix) with ESMTPS id 4Sd1Xk2Qz9z1P
	for <${to}>; Mon, 23 Nov 2026 09:00:05 +0100 (CET)
From: KiEZ Westend <netz@kiez.example>
To: ${to}
Subject: Du hast einen Platz
Message-ID: <${id}@kiez.example>
Auto-Submitted: auto-generated
MIME-Version: 1.0

--4Sd1Xk2Qz9z1P.1795420807/mx.example.org--
`

/** A report with the whole mail, the words for people encoded and the Message-ID on a line of its own, as Exchange does. */
export const byExchange = ({ id, to = 'yildiz@example.org' }: Returned) =>
  `From: <postmaster@firma.example>
To: <netz@kiez.example>
Date: Mon, 23 Nov 2026 08:00:09 +0000
Content-Type: multipart/report; report-type=delivery-status;
	boundary="9c1f0f2e-7a51-4c1e-a0b1-5a4f5e2f4f50"
Content-Language: de-DE
Message-ID: <b7d8@EX01.firma.example>
In-Reply-To: <${id}@kiez.example>
References: <${id}@kiez.example>
Subject: Unzustellbar: Du hast einen Platz
Auto-Submitted: auto-replied
MIME-Version: 1.0

--9c1f0f2e-7a51-4c1e-a0b1-5a4f5e2f4f50
Content-Type: multipart/alternative; differences=Content-Type;
	boundary="50c6a0f7"

--50c6a0f7
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: base64

RGllIE1haWwga29ubnRlIG5pY2h0IHp1Z2VzdGVsbHQgd2VyZGVuLg==

--50c6a0f7--

--9c1f0f2e-7a51-4c1e-a0b1-5a4f5e2f4f50
Content-Type: message/delivery-status

Reporting-MTA: dns;EX01.firma.example
Received-From-MTA: dns;mx.firma.example
Arrival-Date: Mon, 23 Nov 2026 08:00:08 +0000

Original-Recipient: rfc822;${to}
Final-Recipient: rfc822;${to}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found

--9c1f0f2e-7a51-4c1e-a0b1-5a4f5e2f4f50
Content-Type: message/rfc822

Received: from mx.firma.example (192.0.2.9) by EX01.firma.example
 (192.0.2.10) with Microsoft SMTP Server; Mon, 23 Nov 2026 08:00:08 +0000
From: KiEZ Westend <netz@kiez.example>
To: <${to}>
Subject: Du hast einen Platz
Message-ID:
	<${id}@kiez.example>
Content-Type: text/plain; charset="utf-8"

Hallo Yıldız

--9c1f0f2e-7a51-4c1e-a0b1-5a4f5e2f4f50--
`

/** A report that gives back nothing of the mail but the name of its envelope (RFC 3461). */
export const withNothingQuoted = ({ id, to = 'yildiz@example.org' }: Returned) =>
  `From: Mail Delivery Subsystem <MAILER-DAEMON@gate.example>
To: netz@kiez.example
Subject: Returned mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type="delivery-status"; boundary=xyz

--xyz
Content-Type: text/plain

550 no such user

--xyz
Content-Type: message/delivery-status

Original-Envelope-Id: ${id}
Reporting-MTA: dns; gate.example

Final-Recipient: RFC822; ${to}
Action: failed
Status: 5.1.1

--xyz--
`

/** In its own words, with the mail below them, as Exim did for long. */
export const byExim = ({ id, to = 'yildiz@example.org' }: Returned) =>
  `Return-path: <>
Received: from Debian-exim by mail.verein.example with local (Exim 4.80)
	id 1abcde-0001Zk-7T; Mon, 23 Nov 2026 09:00:07 +0100
X-Failed-Recipients: ${to}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.verein.example>
To: netz@kiez.example
Subject: Mail delivery failed: returning message to sender
Message-Id: <E1abcde-0001Zk-7T@mail.verein.example>

A message that you sent could not be delivered to ${to}:

    550 Unrouteable address

------ This is a copy of the message, including all the headers. ------

Return-path: <netz@kiez.example>
From: KiEZ Westend <netz@kiez.example>
To: ${to}
Subject: Du hast einen Platz
Message-ID: <${id}@kiez.example>

Hallo Yıldız
`

/** In its own words, which always begin alike, as qmail has done for thirty years. */
export const byQmail = ({ id, to = 'yildiz@example.org' }: Returned) =>
  `Return-Path: <>
From: MAILER-DAEMON@post.klein.example
To: netz@kiez.example
Subject: failure notice

Hi. This is the qmail-send program at post.klein.example.

<${to}>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Return-Path: <netz@kiez.example>
From: KiEZ Westend <netz@kiez.example>
Message-ID: <${id}@kiez.example>
Subject: Du hast einen Platz

Hallo Yıldız
`
