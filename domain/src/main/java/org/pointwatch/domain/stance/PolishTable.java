// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.stance;

import java.util.Map;

import static org.pointwatch.domain.stance.Kind.AGAINST;
import static org.pointwatch.domain.stance.Kind.ASSENT;
import static org.pointwatch.domain.stance.Kind.BAD;
import static org.pointwatch.domain.stance.Kind.BETWEEN;
import static org.pointwatch.domain.stance.Kind.BODY;
import static org.pointwatch.domain.stance.Kind.CALLS;
import static org.pointwatch.domain.stance.Kind.CONTRAST;
import static org.pointwatch.domain.stance.Kind.DENY;
import static org.pointwatch.domain.stance.Kind.FIRST_PERSON;
import static org.pointwatch.domain.stance.Kind.GOOD;
import static org.pointwatch.domain.stance.Kind.HAD;
import static org.pointwatch.domain.stance.Kind.IF;
import static org.pointwatch.domain.stance.Kind.JOINS;
import static org.pointwatch.domain.stance.Kind.MUST;
import static org.pointwatch.domain.stance.Kind.NEGATOR;
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

/** The phrases of Polish, as those of {@link StanceTables}. */
final class PolishTable {
    static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(
                    WISH,
                    "żąda, żądają, zażądał, zażądała, zażądali, żądał, domaga się, domagają się, domagał się, "
                            + "domagała się, wzywa do, wzywają do, wezwał do, wezwała do, wezwali do, nalega na, nalegają na, "
                            + "nalegał na, chce, chcą, apeluje o, apelują o, zaapelował o, zaapelowała o, dąży do, dążą do"),
            Map.entry(
                    ASSENT,
                    "popiera, popierają, poparł, poparła, poparli, poprze, wspiera, wspierają, akceptuje, akceptują, "
                            + "zaakceptował, zaakceptowała, zaakceptowali, zaakceptuje, zaakceptować, zgadza się na, "
                            + "zgadzają się na, zgodził się na, zgodziła się na, zgodzili się na, zgodzi się na, "
                            + "zgodzimy się na, zgodzić się na, opowiada się za, opowiadają się za, opowiedział się za, "
                            + "opowiedziała się za, opowiedzieli się za, przyjął z zadowoleniem, z zadowoleniem przyjął, "
                            + "z zadowoleniem przyjęła, pochwala, przyjmie, pozwoli na, dopuści do"),
            Map.entry(READY, "gotowy do, gotowa do, gotowi do, gotowe do, gotów do, gotowy na, gotowa na, gotowi na"),
            Map.entry(
                    AGAINST,
                    "odrzuca, odrzucają, odrzucił, odrzuciła, odrzucili, odrzuci, odrzucić, sprzeciwia się, "
                            + "sprzeciwiają się, sprzeciwił się, sprzeciwiła się, sprzeciwili się, odmawia, odmawiają, odmówił, "
                            + "odmówiła, odmówili, wyklucza, wykluczają, wykluczył, wykluczyła, wykluczyli, wykluczyć, "
                            + "wyklucza się, jest przeciw, są przeciw, jest przeciwko, są przeciwko, jest przeciwny, "
                            + "jest przeciwna, wystąpił przeciw, wystąpiła przeciw, wystąpił przeciwko, wystąpiła przeciwko, "
                            + "blokuje, zablokował, wetuje, zawetował, zawetowała, potępia, potępił, potępiła"),
            Map.entry(WILL_NOT, "nie, nigdy nie"),
            Map.entry(MUST, "musi, muszą, powinna, powinien, powinny, powinno"),
            Map.entry(
                    NO_SUCH,
                    "nie ma mowy o, nie może być mowy o, nie może być, nie będzie mowy o, nie ma zgody na, "
                            + "nie ma powodu do, nie ma potrzeby"),
            Map.entry(
                    BAD,
                    "nie do przyjęcia, nie do zaakceptowania, niedopuszczalna, niedopuszczalne, niedopuszczalny, "
                            + "nieakceptowalna, nieakceptowalne"),
            Map.entry(GOOD, "do przyjęcia, konieczne, konieczna, niezbędne, niezbędna"),
            Map.entry(CALLS, "nazwał, nazwała, nazwali, uznał, uznała, uważa, określił, określiła"),
            Map.entry(
                    NEGATOR,
                    "zakaz, zakazu, zakazać, rezygnacja z, rezygnacji z, rezygnację z, zrezygnować z, zrezygnuje z, "
                            + "zrezygnowała z, bez, koniec"),
            Map.entry(IF, "jeśli, jeżeli, pod warunkiem, tylko jeśli, w zamian za, o ile, dopiero po, tylko po"),
            Map.entry(UNTIL, "dopóki, zanim, bez, chyba że"),
            Map.entry(
                    WEAK,
                    "może, mogą, prawdopodobnie, rzekomo, podobno, czy, mógłby, mogłaby, mogłyby, być może, raczej"),
            Map.entry(HAD, "wcześniej, niegdyś, dawniej"),
            Map.entry(
                    BETWEEN,
                    "także, również, ponownie, już, stanowczo, kategorycznie, znów, znowu, nadal, jest, są, zawsze, "
                            + "zdecydowanie, publicznie"),
            Map.entry(
                    DENY,
                    "zaprzeczył, zaprzeczyła, zapytał, zapytała, zapytany, oskarżył, oskarżyła, zdementował, "
                            + "obawia się"),
            Map.entry(
                    TALK,
                    "rozmowy, negocjacje, dyskusja, dyskusje, dyskutować, rozmawiać, komentować, skomentować, "
                            + "komentuje, mówić, omawiać, omówić, komentarz, odpowiedzieć, odpowiada, mówi, powiedzieć, "
                            + "potwierdzić, potwierdza, szczegóły, referendum"),
            Map.entry(PAPER, "plan, dokument, tekst, projekt, umowa"),
            Map.entry(CONTRAST, "ale, a, jednak, który, która, podczas, lecz"),
            Map.entry(FIRST_PERSON, "ja, my, nasz, nasza"),
            Map.entry(THIRD_PERSON, "on, ona, oni, one, ono"),
            Map.entry(BODY, "rząd, urzędnicy, ministrowie, negocjatorzy, władze, delegacja"),
            Map.entry(
                    PREPOSITION,
                    "w, na, z, od, do, dla, o, między, przeciw, przeciwko, za, przez, ze, we, nad, wobec, według, "
                            + "zdaniem"),
            Map.entry(RUMOUR, "plotki, doniesienia, oskarżenia, pogłoski, krytykę"),
            Map.entry(JOINS, "i, oraz"));

    private PolishTable() {}
}
