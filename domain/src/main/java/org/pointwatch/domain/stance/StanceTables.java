// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Map;

import static org.pointwatch.domain.stance.Kind.AGAINST;
import static org.pointwatch.domain.stance.Kind.ASSENT;
import static org.pointwatch.domain.stance.Kind.BAD;
import static org.pointwatch.domain.stance.Kind.BE;
import static org.pointwatch.domain.stance.Kind.BETWEEN;
import static org.pointwatch.domain.stance.Kind.BODY;
import static org.pointwatch.domain.stance.Kind.CALLS;
import static org.pointwatch.domain.stance.Kind.CONTRAST;
import static org.pointwatch.domain.stance.Kind.DENY;
import static org.pointwatch.domain.stance.Kind.FACT;
import static org.pointwatch.domain.stance.Kind.FIRST_PERSON;
import static org.pointwatch.domain.stance.Kind.GOOD;
import static org.pointwatch.domain.stance.Kind.HAD;
import static org.pointwatch.domain.stance.Kind.IF;
import static org.pointwatch.domain.stance.Kind.JOINS;
import static org.pointwatch.domain.stance.Kind.MAYBE;
import static org.pointwatch.domain.stance.Kind.MUST;
import static org.pointwatch.domain.stance.Kind.NEGATOR;
import static org.pointwatch.domain.stance.Kind.NOT;
import static org.pointwatch.domain.stance.Kind.NOUN_AGAINST;
import static org.pointwatch.domain.stance.Kind.NOUN_FOR;
import static org.pointwatch.domain.stance.Kind.NO_SUCH;
import static org.pointwatch.domain.stance.Kind.PAPER;
import static org.pointwatch.domain.stance.Kind.PREPOSITION;
import static org.pointwatch.domain.stance.Kind.READY;
import static org.pointwatch.domain.stance.Kind.RUMOUR;
import static org.pointwatch.domain.stance.Kind.TALK;
import static org.pointwatch.domain.stance.Kind.THIRD_PERSON;
import static org.pointwatch.domain.stance.Kind.UNTIL;
import static org.pointwatch.domain.stance.Kind.WEAK;
import static org.pointwatch.domain.stance.Kind.WILL_NOT;
import static org.pointwatch.domain.stance.Kind.WISH;

/** The phrases of each language, commas between them, by what they are. */
final class StanceTables {
    static final Map<Integer, String> ENGLISH = Map.ofEntries(
            Map.entry(
                    WISH,
                    "demands, demanded, demand, is demanding, are demanding, insists on, insisted on, insist on, insists that, insisted that, insist that,"
                            + " is insisting on, wants, want, wanted, urges, urged, urge, calls for, called for, call for, calling for, is calling for,"
                            + " seeks, pushes for, pushed for, is pushing for, pressed for, presses for, pleaded for, pledged, pledges,"
                            + " promised, vowed to, vows to, pledged to, threatened to, threatens to, decided to, advocates, advocated, requests, requested, hopes for"
                            + ", calls on, called on, call on, calling on, calls upon, called upon, appeals to, appealed to, appeals for"
                            + ", appealed for, press for, pressing for, presses for, pressed, pressing, is pressing, are pressing, pressured"
                            + ", is pressuring, pushed, is pushing, lobbies for, lobbied for, is lobbying for, campaigned for, asked for, asks for, ask for, asking for, campaigns for"
                            + ", strives for, prefers, preferred, prefer, proposed, proposes, propose, recommended, recommends"
                            + ", is determined to, are determined to, intends to, intend to, is keen to, is keen on, are keen on, is eager to"
                            + ", are eager to, argued for, argues for, arguing for, makes the case for, made the case for, made a case for"
                            + ", holds out for, held out for, would like to see, pledge, pledging to, promises, promising to, promise, commits to"
                            + ", committed to, is seeking, are seeking, sought, is calling on, offered to, offers to, undertook to"
                            + ", undertakes to, agitates for, demanding, insisting on, urging"),
            Map.entry(
                    ASSENT,
                    "accept, accepts, accepted, accepting, agree, agrees, agreed, agree to, agrees to, agreed to, agree with, agrees with, agreed with,"
                            + " back, backs, backed, backing, support, supports, supported, supporting, welcome, welcomes, welcomed,"
                            + " endorse, endorses, endorsed, favours, favors, favour, favor, favoured, favored, in favour of, in favor of,"
                            + " approve, approves, approved, embraced, embraces, embrace, tolerate, tolerates, consent to, consents to,"
                            + " consented to, recognise, recognize, stands by, stand by, stood by, stand behind, stands behind, signed up to,"
                            + " defended, defends, praised, praises, hailed, hails, allow, permit, put up with, sign, sign off on"
                            + ", applauded, applauds, applaud, commended, commends, championed, champions, champion, welcoming, endorsing"
                            + ", supportive of, in support of, spoke in favour of, spoke up for, come out for, came out for, acquiesce in"
                            + ", acquiesced in, go along with, goes along with, went along with, live with, subscribe to, subscribes to"
                            + ", subscribed to, gets behind, got behind, throw|throws|threw its|his|her|their weight behind, put|puts its|his|her|their weight behind, say|says|said yes to, yes to, give|gives|gave its|his|her|their blessing to, approving"
                            + ", approve of, approves of, approved of, recognises, recognizes, recognised"
                            + ", recognized, allows, permits, accede to, acceded to, has nothing against, have nothing against"
                            + ", had nothing against, has no objection to, have no objection to, had no objection to, raised no objection to"
                            + ", has no objections to, had no objections to, no problem with, signs up to, warmed to, commend"),
            Map.entry(
                    READY,
                    "ready for, ready to, willing to, prepared to, prepared for, ready to accept, willing to accept, prepared to accept"),
            Map.entry(
                    AGAINST,
                    "reject, rejects, rejected, rejecting, is rejecting, refuse, refuses, refused, refusing, refuse to, refuses to, refused to, oppose,"
                            + " opposes, opposed, opposed to, opposing, rule out, rules out, ruled out, ruling out, exclude, excludes, excluded, preclude, precludes, veto, vetoes, vetoed, to veto,"
                            + " block, blocks, blocked, objects to, objected to, object to, condemns, condemned, condemn, dismisses,"
                            + " dismissed, is against, are against, am against, was against, were against, remains against, spoke out against,"
                            + " speaks out against, resists, resisted, denounced, denounces, turned down, rebuffed, came out against,"
                            + " unwilling to, not ready to, not willing to, not prepared to, categorically against,"
                            + " no|little need|reason|point|interest|sense|intention|desire|wish|appetite|grounds|merit|value|use for|in|to|of|whatsoever"
                            + ", criticised, criticized, criticises, criticizes, criticising, criticizing, slammed, slams, decried, decries"
                            + ", deplored, deplores, lambasted, lambasts, assailed, assails, blasted, warned against, warns against"
                            + ", warning against, cautioned against, cautions against, advised against, advises against, counselled against"
                            + ", pushed back against, pushes back against, pushed back on, spurned, spurns, balked at, balks at, baulked at"
                            + ", baulks at, bristled at, bristles at, took issue with, takes issue with, brushed aside, brushes aside"
                            + ", brushed off, shot down, struck down, threw out, fought against, fights against, stands against, stood against"
                            + ", protested against, protests against, protested, say|says|said no to, disapproves of, disapproved of, scorned, derided, decry"
                            + ", dismissing, denouncing, condemning, lamented, rails against, railed against, inveighed against, argued against"
                            + ", argues against, arguing against, voted against, votes against, set itself against, sets itself against"
                            + ", set himself against, contests, contested, disputed, averse to, hostile to"
                            + ", refuted, vetoing, turning down, scoffed at, recoils from, recoiled from, draws the line at, drew the line at"
                            + ", declined to, declines to, decline to, in no mood to, in no mood for, has no mandate to, have no mandate to"
                            + ", had no mandate to, has no right to, have no right to, had no right to, refusing to"
                            + ""),
            Map.entry(NOT, "does not, doesnt, do not, dont, did not, didnt, not, is not, are not, never"),
            Map.entry(
                    WILL_NOT,
                    "will not, wont, will never, would not, wouldnt, would never, cannot, can not, cant, can never, shall not,"
                            + " shall never, could not, couldnt, could never, never will, is not going to, are not going to"),
            Map.entry(MUST, "must, should, needs, need, ought to, has to, have to"),
            Map.entry(
                    NO_SUCH,
                    "there can be no, there will be no, there must be no, there should be no, there is no question of, we see no place for,"
                            + " there is no|little need|reason|point|interest|sense|place|room|grounds for|in|to|of"),
            Map.entry(
                    MAYBE,
                    "could, open to, is open to, be open to, willing to discuss, ready to discuss, prepared to discuss, willing to talk,"
                            + " ready to talk, prepared to talk, willing to consider, ready to consider, prepared to consider"),
            Map.entry(
                    BAD,
                    "unacceptable, inadmissible, intolerable, a red line, out of the question, off the table, a non starter,"
                            + " a nonstarter, not acceptable, wholly unacceptable"
                            + ", a mistake, a grave mistake, a serious mistake, a scandal, an insult, a betrayal, a capitulation, absurd"
                            + ", unjust, unfair, wrong, immoral, shameful, disgraceful, reckless, a disgrace, a trap, madness, a folly"
                            + ", unthinkable, inconceivable, a gift to, an affront, a reward for, a recipe for, a road to nowhere, a dead end"
                            + ", void, illegal, unlawful, not an option, no option, not on the table, illegitimate, impermissible, an error"
                            + ", a surrender, suicidal, a mockery, a catastrophe, a disaster, not negotiable, impossible to accept"
                            + ", not possible, impossible, excluded, red lines, unworkable, a grave error, a danger, dangerous, a step too far"
                            + ", a bad idea, nonsense, taboo, premature"),
            Map.entry(
                    GOOD,
                    "acceptable, essential, indispensable, a must, necessary, vital, crucial, reasonable, a priority"
                            + ", fair, a good idea, a step forward, a step in the right direction, a sound basis, the right way, the right step"
                            + ", the right thing, the key to, a precondition, a prerequisite, imperative, long overdue, overdue"
                            + ", justified, desirable, the best way, the only way, in the interest of, in our interest, a must have"
                            + ", a necessity, top priority, the first step, the best guarantee"),
            Map.entry(
                    CALLS,
                    "called, calls, call, considers, considered, consider, deems, deemed, described, describes, branded, regards, regarded"
                            + ", described, describe, describing, calling, branding, labelled, labels, labeled, portrays, portrayed, dubbed"
                            + ", denounced, dismissed, viewed, views, sees, saw, found, finds, hailed, criticised, criticized, condemned"
                            + ", decried, denouncing, dismissing, regarding, views, viewed, declared, declares, termed, characterised"
                            + ", characterized, thought, thinks, believes"),
            Map.entry(
                    NOUN_FOR,
                    "support from, support in, support among, demand by, demand from, demands by, demands from, backing from, call by, calls by, calls from, insistence by, demand for, demands for, demand that, support for, backing for, call for, calls for, insistence on, approval of,"
                            + " acceptance of, push for, readiness for, desire for, wish for"
                            + ", demand to, demands to, demands that, insistence that, backing of, call on, request for, requests for"
                            + ", request to, preference for, willingness to, readiness to, desire to, wish to, plea for, pleas for, appeal for"
                            + ", appeals for, endorsement of, consent to, determination to"
                            + ", enthusiasm for, approval for, proposal to, proposal for"),
            Map.entry(
                    NOUN_AGAINST,
                    "opposition from, opposition in, opposition by, opposition of, resistance from, resistance by, resistance in, resistance of, objections from, objections by, objections in, refusal by, refusal of, rejection by, rejection of, opposition to, refusal to, refusal of, objection to, objections to, veto on, veto against, resistance to"
                            + ", objections against, resistance against, unwillingness to, reluctance to, hostility to, hostility towards"
                            + ", hostility toward, aversion to, concern about, concerns about, concern over, concerns over, concern at"
                            + ", alarm at, alarm over, alarm about, unease about, unease over, dismay at, dismay over, reservations about"
                            + ", misgivings about, scepticism about, skepticism about, scepticism of, outrage at, outrage over, anger at"
                            + ", anger over, criticism of, disapproval of, opposition against, distaste for, condemnation of, denunciation of"
                            + ", dislike of, disquiet about, disquiet over, aversion against"),
            Map.entry(
                    NEGATOR,
                    "no, not, never, without, ban, bans, banning, ban on, bar, bars, barring, prohibition of, prohibit, prohibits,"
                            + " forbid, forbids, renounce, renounces, renouncing, renunciation of, abandon, abandons, abandoning, give up, gives up,"
                            + " giving up, drop, drops, dropping, shelve, shelving, forgo, rule out, rules out, ruling out, exclude, excludes,"
                            + " excluding, exclusion of, remove, removing, removal of, scrap, scrapping, scrapped, delete, deleting, lift,"
                            + " lifting, forswear, refrain from, stay out of, keep out of, end to, close, closing, shut, shutting, deny, denying,"
                            + " stop, stops, stopping, prevent, preventing, block, blocking, not be, nor, refuse, refusing, reject, rejecting,"
                            + " oppose, opposing, against"
                            + ", barred from, banned from, barred, banned, excluded from, prohibited from, kept out of, keeping out of"
                            + ", keep out, blocked from, locked out of, shut out of, prevented from, forbidden, forbidden to, stays out of"
                            + ", staying out of, remain out of, remains out of, remain outside, stay outside, forgoing, forgoes, forswearing"
                            + ", relinquish, relinquishing, withhold, withholding, abandonment of, withdrawal of, absence of, instead of"
                            + ", rather than, neither"),
            Map.entry(
                    IF,
                    "if, only if, provided, provided that, as long as, on condition, on condition that, on the condition that, only after, only when,"
                            + " only with, only in return for, only in exchange for, in return for, in exchange for, assuming, so long as, once,"
                            + " conditional on, subject to, only once, only on, as soon as, contingent|dependent|depends|depend|depending|hinges|hinge|conditioned|predicated on|upon,"
                            + " conditional upon, on the understanding that, in the event of|that, in case of, but only, only under, only in return,"
                            + " providing that, providing"),
            Map.entry(UNTIL, "unless, until, before, without, as long as, so long as"),
            Map.entry(
                    WEAK,
                    "may, might, perhaps, possibly, reportedly, allegedly, expected to, likely to, unlikely to, considering, mulling,"
                            + " weighing, believed to, said to, thought to, rumoured to, rumored to, seems, seem, appears, appear, seemed, appeared,"
                            + " supposed to, hopes to, plans to, neither, nor, stopped short of, stops short of, avoided, avoids, nearly, almost, hardly, no longer, yet to, whether, once, initially, originally, previously, formerly,"
                            + " at first, at the time, back then, in the past, until recently"),
            Map.entry(HAD, "had, used to"),
            Map.entry(
                    BETWEEN,
                    "has, have, is, are, am, was, were, be, been, also, again, still, now, then, has long, long, already, repeatedly, therefore,"
                            + " always, firmly, strongly, flatly, categorically, publicly, openly, both, all, himself, herself, itself, themselves,"
                            + " on monday, on tuesday, on wednesday, on thursday, on friday, on saturday, on sunday, yesterday, today, just, in turn,"
                            + " too, though, however, sees, see, saw, currently, argued, argues, spoke, speaks, voted, votes, came out, comes out, will, has now, once again, once more, has also, has again, would, did, does, do"
                            + ", remains, remain, remained, stands, stood, on numerous occasions, more than once, time and again, in recent days, in recent weeks, vehemently"
                            + ", loudly, both, each, jointly, too, instead, even, in principle, on principle, last week, this week, last month"
                            + ", late, earlier, in public, in private, for years, from the start, from the outset, so far, meanwhile"
                            + ", nevertheless, nonetheless, soon, finally, then, did not hesitate, for weeks, for months, the same day"
                            + ", in effect, duly"),
            Map.entry(
                    DENY,
                    "denied, denies, deny, denying, asked, asks, asking, doubts, doubted, wondered, wonders, joked, quipped, mocked, claims, claimed,"
                            + " alleged, alleges, accused, accuses, feared, fears, expects, expected, predicted, predicts, hopes, speculated"),
            Map.entry(
                    TALK,
                    "talks, know, hear, learn, understand, examine, review, look at, look into, explore, exploring, explored, question of, question, issue of, think about, role in, discussion of, discussion, discussions, debate, discuss, discussing, consider, considering, study, studying, negotiate,"
                            + " negotiations, referendum, clarity, answers, details, explanation, information, talk about, speak about, speak of, talk of,"
                            + " mention, comment, comment on, meeting, questions, say, answer, reply, respond, respond to, elaborate, elaborate on, specify, clarify,"
                            + " confirm, speculate"),
            Map.entry(
                    PAPER,
                    "plan, draft, document, text, paper, blueprint, proposal, deal, agreement, treaty, clause, point, article, provision,"
                            + " constitution, law, version, framework, memo, list"
                            + ", provision, passage, section, paragraph"),
            Map.entry(
                    FACT,
                    "is, are, was, were, had, has, did, will, would, wont, cannot, could, can, does, do, have been, has been, isnt, arent, wasnt"),
            Map.entry(CONTRAST, "but, while, whereas, although, though, and, as, which, who, adding, saying"),
            Map.entry(FIRST_PERSON, "i, we, our, my, us"),
            Map.entry(THIRD_PERSON, "he, she, it, they"),
            Map.entry(
                    BODY,
                    "officials, leaders, diplomats, ministers, negotiators, government, delegation, ministry, side, embassy, officials, capitals,"
                            + " commissioners, spokesman, spokeswoman, authorities, envoys, leadership, administration, president,"
                            + " governments, parliament"
                            + ", minister, ambassador, ambassadors, negotiator, diplomat, cabinet, chancellery, presidency, lawmakers, envoy"
                            + ", official, authorities, head of state, foreign office"),
            Map.entry(
                    PREPOSITION,
                    "of, in, with, to, from, for, on, by, against, than, like, inside, outside, near, about, over, between, among, behind, at,"
                            + " into, toward, towards, believes, thinks, says, said, claims, claimed, hopes, fears, argues, suspects, knows, told, despite, without, after, before, under, versus,"
                            + " believe, believed, think, thought, say, hope, hoped, fear, feared, argue, argued, suspect, suspected, know, knew,"
                            + " assume, assumes, assumed, suggest, suggests, suggested, hint, hints, hinted, confident, convinced, certain, sure,"
                            + " aware, afraid, worried, optimistic, doubt, doubts, doubted, understand, understands, understood, learned, learnt,"
                            + " heard, reported, assured, expect, expects, expected, reckon, reckons, reckoned, predict, predicts, predicted, imagine"),
            Map.entry(
                    RUMOUR,
                    "reports, report, claims, claim, suggestion, suggestions, accusation, accusations, allegation, allegations, rumours, rumors,"
                            + " criticism, charge, charges, invitation, questions, question, speculation, notion that"),
            Map.entry(JOINS, "and, but"),
            Map.entry(BE, "be, is, are, was, were, been, being"));

    static final Map<Integer, String> UKRAINIAN = Map.ofEntries(
            Map.entry(
                    WISH,
                    "закликав, закликала, закликали, закликає, закликають, вимагає, вимагають, вимагав, вимагала, вимагали, наполягає на, наполягають на, закликав до, закликала до, закликали до,"
                            + " закликає до, закликають до, хоче, хочуть, домагається"),
            Map.entry(
                    ASSENT,
                    "підтримує, підтримують, підтримав, підтримала, підтримали, схвалив, схвалила, схвалює, погодився на, погодилася на,"
                            + " погодилась на, погодились на, погодилися на, погоджується на, прийняв, приймає, вітає, вітають, привітав,"
                            + " виступає за, виступають за, виступив за, виступила за, виступили за, погодиться на, прийме, підтримає, погодимося на, приймемо, підтримаємо"),
            Map.entry(
                    READY,
                    "готовий, готова, готові, готовий до, готова до, готові до, готовий на, готова на, готові на"),
            Map.entry(
                    AGAINST,
                    "відкидає, відкидають, відкинув, відкинула, відкинули, відкинуло, відхилив, відхилила, відхилили, відхиляє, відмовляється,"
                            + " відмовився, відмовилася, відмовилась, виступає проти, виступив проти, виступила проти, виступили проти,"
                            + " виступають проти, заперечує проти, проти, виключив, виключила, виключили, виключає, виключають,"
                            + " виключати, відкидати, відхиляти"),
            Map.entry(WILL_NOT, "не, ніколи не"),
            Map.entry(MUST, "повинна, повинен, повинні, повинно"),
            Map.entry(
                    BAD,
                    "неприйнятна, неприйнятні, неприйнятне, неприйнятний, неприйнятним, неприйнятною, неприйнятними,"
                            + " неприпустима, неприпустиме, неприпустимі, неприпустимим, неприпустимою, неприпустимими"),
            Map.entry(CALLS, "назвав, назвала, назвали, називає, вважає, вважають"),
            Map.entry(
                    NO_SUCH,
                    "не може бути, не може бути й мови про, не буде мови про, жодної, жодного, жодних, ніякої, ніякого, ніяких"),
            Map.entry(
                    NEGATOR,
                    "відмовиться від, відмовляться від, заборона, заборону, заборони, відмова від, відмови від, відмову від, відмовитися від, без, зняття, скасування"),
            Map.entry(IF, "якщо, лише якщо, за умови, тільки якщо, тільки після, лише після, в обмін на"),
            Map.entry(UNTIL, "поки, доки, без"),
            Map.entry(WEAK, "може, можуть, ймовірно, можливо, нібито, чи"),
            Map.entry(HAD, "раніше"),
            Map.entry(BETWEEN, "також, знову, вже, рішуче, категорично"),
            Map.entry(DENY, "заперечив, заперечила, запитав, запитала, спростував, звинуватив"),
            Map.entry(
                    TALK,
                    "переговори, обговорення, обговорити, обговорювати, коментувати, говорити, коментар, говорити про, коментує, коментують,"
                            + " відповідати, відповісти, відповідає, уточнює, уточнювати, уточнити, каже, кажуть, говорить, підтверджує, підтвердити"),
            Map.entry(PAPER, "план, документ, текст, проєкт"),
            Map.entry(CONTRAST, "але, а, однак, який, яка"),
            Map.entry(FIRST_PERSON, "я, ми, наш, наша"),
            Map.entry(THIRD_PERSON, "він, вона, вони, воно"),
            Map.entry(PREPOSITION, "в, у, з, від, до, для, про, між, проти, на, за"),
            Map.entry(RUMOUR, "чутки, повідомлення, звинувачення"),
            Map.entry(JOINS, "і, та, й"));

    static final Map<Integer, String> RUSSIAN = Map.ofEntries(
            Map.entry(
                    WISH,
                    "призвал, призвала, призвали, призывает, призывают, требует, требуют, требовал, требовала, потребовал, потребовала, потребовали, настаивает на, настаивают на, настаивал на,"
                            + " призвал к, призвала к, призвали к, призывает к, хочет, хотят, добивается"),
            Map.entry(
                    ASSENT,
                    "поддерживает, поддерживают, поддержал, поддержала, поддержали, одобрил, одобрила, согласился на, согласилась на,"
                            + " согласились на, соглашается на, принял, принимает, приветствует, приветствовал, согласится на, примет,"
                            + " поддержит, согласимся на, примем, поддержим, выступает за, выступают за, выступил за, выступила за, выступили за"),
            Map.entry(READY, "готов, готова, готовы, готов к, готова к, готовы к, готов на, готова на, готовы на"),
            Map.entry(
                    AGAINST,
                    "отвергает, отвергают, отверг, отвергла, отвергли, отклонил, отклонила, отклонили, отклоняет, отказывается, отказался,"
                            + " отказалась, выступает против, выступил против, выступила против, выступили против, выступают против,"
                            + " возражает против, против, исключил, исключила, исключили, исключает, исключают, исключать,"
                            + " отвергать, отклонять"),
            Map.entry(WILL_NOT, "не, никогда не"),
            Map.entry(MUST, "должна, должен, должны, должно"),
            Map.entry(
                    BAD,
                    "неприемлема, неприемлемы, неприемлемо, неприемлем, неприемлемым, неприемлемой, неприемлемыми, недопустима,"
                            + " недопустимо, недопустимы, недопустимым, недопустимой, недопустимыми"),
            Map.entry(CALLS, "назвал, назвала, назвали, называет, считает, считают"),
            Map.entry(
                    NO_SUCH, "не может быть, не может быть и речи о, речи быть не может о, никакой, никакого, никаких"),
            Map.entry(
                    NEGATOR,
                    "откажется от, откажутся от, запрет, запрета, отказ от, отказа от, отказаться от, без, снятие, снятия, отмена, отмены"),
            Map.entry(IF, "если, только если, при условии, только после, лишь после, в обмен на"),
            Map.entry(UNTIL, "пока, без"),
            Map.entry(WEAK, "может, могут, вероятно, возможно, якобы, ли"),
            Map.entry(HAD, "ранее"),
            Map.entry(BETWEEN, "также, снова, уже, решительно, категорически"),
            Map.entry(DENY, "опроверг, опровергла, спросил, спросила, обвинил"),
            Map.entry(
                    TALK,
                    "переговоры, обсуждение, обсудить, обсуждать, комментировать, говорить, комментарий, говорить о, комментирует, комментируют,"
                            + " отвечать, ответить, отвечает, уточняет, уточнять, уточнить, говорит, говорят, подтверждает, подтвердить"),
            Map.entry(PAPER, "план, документ, текст, проект"),
            Map.entry(CONTRAST, "но, а, однако, который, которая"),
            Map.entry(FIRST_PERSON, "я, мы, наш, наша"),
            Map.entry(THIRD_PERSON, "он, она, они, оно"),
            Map.entry(PREPOSITION, "в, на, из, от, до, для, о, об, между, против, с, за"),
            Map.entry(RUMOUR, "слухи, сообщения, обвинения"),
            Map.entry(JOINS, "и"));

    static final Map<Integer, String> GERMAN = Map.ofEntries(
            Map.entry(
                    WISH,
                    "fordert, forderte, fordern, forderten, verlangt, verlangte, verlangen, verlangten, besteht auf, bestand auf, besteht darauf, bestand darauf,"
                            + " bestehen auf, bestehen darauf, beharrt auf, beharrte auf, beharrt darauf, beharrte darauf, pocht auf, pochte auf, pochen auf,"
                            + " dringt auf, drang auf, dringen auf, wirbt für, warb für, wirbt dafür, warb dafür, warb erneut dafür"),
            Map.entry(
                    ASSENT,
                    "unterstützt, unterstützte, unterstützen, unterstützten, befürwortet, befürwortete, befürworten, begrüßt, begrüßte,"
                            + " begrüßten, akzeptiert, akzeptierte, akzeptieren, billigt, billigte, ist für, sind für, spricht sich für, sprach sich für,"
                            + " sprechen sich für, plädiert für, plädierte für, tritt für, trat für"),
            Map.entry(READY, "bereit, bereit zu, bereit zur, bereit zum"),
            Map.entry(
                    AGAINST,
                    "lehnt, lehnte, lehnen, lehnten, verweigert, verweigerte, weist, wies, wiesen, ist gegen, sind gegen, schließt, schloss, schlossen, schließen, widersetzt sich,"
                            + " widersetzte sich, widersetzen sich, stemmt sich gegen, stemmte sich gegen, spricht sich gegen, sprach sich gegen,"
                            + " sprechen sich gegen, wendet sich gegen, wandte sich gegen,"
                            + " kein|keinen|keine|keinerlei grund|anlass|bedarf|notwendigkeit|sinn|nutzen|interesse|absicht|raum"),
            Map.entry(NOT, "nicht, nie, niemals"),
            Map.entry(MUST, "muss, müssen"),
            Map.entry(BAD, "inakzeptabel, unannehmbar"),
            Map.entry(
                    NEGATOR,
                    "kein, keine, keinen, keiner, nicht, nie, ohne, verbot, verzicht auf, aufhebung, ende, gegen, streichung"),
            Map.entry(IF, "wenn, nur wenn, falls, sofern, unter der bedingung, im gegenzug"),
            Map.entry(UNTIL, "solange, bevor, ohne, bis"),
            Map.entry(WEAK, "könnte, könnten, dürfte, vielleicht, möglicherweise, wohl, soll, sollen, ob, würde"),
            Map.entry(HAD, "hatte, hatten"),
            Map.entry(
                    BETWEEN,
                    "hat, haben, auch, erneut, weiterhin, bereits, ist, sind, sieht, sah, sehen, sahen, derzeit, momentan, gegenwärtig"),
            Map.entry(DENY, "fragte, fragt, bestritt, bestreitet, dementierte"),
            Map.entry(
                    TALK,
                    "gespräche, verhandlungen, beratungen, diskussion, debatte, kommentar, berichte, äußern, beantworten, antworten,"
                            + " kommentieren, bestätigen, sagen"),
            Map.entry(PAPER, "plan, papier, entwurf, dokument, text"),
            Map.entry(CONTRAST, "aber, während, doch, und, der, die"),
            Map.entry(FIRST_PERSON, "ich, wir, unser, unsere"),
            Map.entry(THIRD_PERSON, "er, sie, es"),
            Map.entry(PREPOSITION, "von, in, mit, zu, aus, für, auf, durch, gegen, als, bei, nach, zwischen"),
            Map.entry(RUMOUR, "berichte, vorwürfe, gerüchte"),
            Map.entry(JOINS, "und"),
            Map.entry(BE, "ist, sind, wäre, wären, sei, bleibt, bleiben"));

    static final Map<Integer, String> FRENCH = Map.ofEntries(
            Map.entry(
                    WISH,
                    "exige, exigent, exigé, réclame, réclament, réclamé, demande, demandent, demandé, appelle à, appelé à, appellent à, insiste sur,"
                            + " veut, veulent, plaide pour, plaident pour, plaidé pour, réclamait, exigeait, milite pour"),
            Map.entry(
                    ASSENT,
                    "soutient, soutiennent, soutenu, accepte, acceptent, accepté, approuve, approuvent, approuvé, salue, saluent, salué,"
                            + " appuie, appuient, défend, défendent, favorable à, favorables à, acceptera, accepteront, approuvera, soutiendra"),
            Map.entry(MAYBE, "accepterait, accepteraient, soutiendrait, soutiendraient, approuverait"),
            Map.entry(READY, "prêt à, prête à, prêts à"),
            Map.entry(
                    AGAINST,
                    "refuse, refusent, refusé, rejette, rejettent, rejeté, s oppose à, oppose à, opposé à, opposés à, exclut, exclu, excluent,"
                            + " condamne, condamné, écarte, écartent, écarté, opposée à, opposées à, opposer à, est contre, sont contre, prononce contre, prononcé contre"),
            Map.entry(WILL_NOT, "ne, n"),
            Map.entry(MUST, "doit, doivent"),
            Map.entry(BAD, "inacceptable, inacceptables"),
            Map.entry(
                    NEGATOR,
                    "aucun, aucune, pas, jamais, sans, interdiction, renoncer à, renonce à, renoncement à, levée, fin"),
            Map.entry(IF, "si, à condition, seulement si, pourvu, en échange"),
            Map.entry(UNTIL, "tant que, avant, sans, jusqu"),
            Map.entry(WEAK, "peut-être, pourrait, pourraient, serait, aurait, devrait, probablement"),
            Map.entry(HAD, "avait, avaient"),
            Map.entry(BETWEEN, "a, ont, est, sont, aussi, également, encore, toujours, déjà"),
            Map.entry(DENY, "demandé si, nié, nie, démenti, accusé"),
            Map.entry(
                    TALK,
                    "discussions, négociations, pourparlers, débat, discuter, commenter, précisions, explications, répondre, répond, répondu, dire, dit,"
                            + " préciser, précise, précisé, confirmer, confirme, commente, commenté"),
            Map.entry(PAPER, "plan, document, texte, projet"),
            Map.entry(CONTRAST, "mais, tandis, alors, qui, et"),
            Map.entry(FIRST_PERSON, "je, nous, notre"),
            Map.entry(THIRD_PERSON, "il, elle, ils, elles"),
            Map.entry(PREPOSITION, "de, du, des, en, avec, à, au, aux, pour, sur, par, contre, entre, chez"),
            Map.entry(RUMOUR, "rumeurs, accusations, critiques"),
            Map.entry(JOINS, "et"),
            Map.entry(BE, "est, sont, serait, reste, restent"));

    private StanceTables() {}
}
