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
import static org.pointwatch.domain.stance.Kind.FIRST_PERSON;
import static org.pointwatch.domain.stance.Kind.GOOD;
import static org.pointwatch.domain.stance.Kind.HAD;
import static org.pointwatch.domain.stance.Kind.IF;
import static org.pointwatch.domain.stance.Kind.JOINS;
import static org.pointwatch.domain.stance.Kind.MAYBE;
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

/** The phrases of Spanish, as those of {@link StanceTables}. */
final class SpanishTable {
    static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(
                    WISH,
                    "exige, exigen, exigió, exigieron, reclama, reclaman, reclamó, reclamaron, pide, piden, pidió, "
                            + "pidieron, ha pedido, han pedido, exigido, pedido, insiste en, insisten en, insistió en, "
                            + "insistieron en, quiere, quieren, insta a, instan a, instó a, llama a, llamó a, aboga por, "
                            + "abogan por, abogó por, demanda, demandan, demandó, apuesta por, apostó por, promete, prometió"),
            Map.entry(
                    ASSENT,
                    "apoya, apoyan, apoyó, apoyaron, apoyado, apoyar, respalda, respaldan, respaldó, respaldaron, "
                            + "respaldado, respaldar, acepta, aceptan, aceptó, aceptaron, aceptado, aceptar, aceptará, "
                            + "aceptarán, aprueba, aprueban, aprobó, aprobaron, defiende, defienden, defendió, defendieron, "
                            + "saluda, saludan, saludó, avala, avalan, avaló, tolerará, permitirá, accede a, acceden a, "
                            + "accedió a, está de acuerdo con, están de acuerdo con, a favor de, partidario de, partidaria de, "
                            + "favorable a, favorables a"),
            Map.entry(
                    READY,
                    "dispuesto a, dispuesta a, dispuestos a, dispuestas a, listo para, lista para, listos para, "
                            + "preparado para, preparada para"),
            Map.entry(
                    AGAINST,
                    "rechaza, rechazan, rechazó, rechazaron, rechazado, rechazar, rechazará, se opone a, se oponen a, "
                            + "se opuso a, se opusieron a, opone a, oponen a, opuso a, se niega a, se niegan a, se negó a, "
                            + "se negaron a, niega a, niegan a, negó a, negaron a, descarta, descartan, descartó, descartaron, "
                            + "descartado, descartar, excluye, excluyen, excluyó, excluyeron, excluido, veta, vetó, bloquea, "
                            + "bloqueó, condena, condenan, condenó, en contra de, contrario a, contraria a, contrarios a"),
            Map.entry(WILL_NOT, "no, nunca, jamás"),
            Map.entry(MUST, "debe, deben, tiene que, tienen que"),
            Map.entry(
                    NO_SUCH,
                    "no puede haber, no debe haber, no habrá, no hay lugar para, no hay motivo para, "
                            + "no hay razón para, ni hablar de"),
            Map.entry(
                    MAYBE,
                    "aceptaría, aceptarían, apoyaría, apoyarían, respaldaría, respaldarían, estaría dispuesto a, "
                            + "estaría dispuesta a, estarían dispuestos a"),
            Map.entry(
                    BAD,
                    "inaceptable, inaceptables, inadmisible, inadmisibles, intolerable, impensable, una línea roja"),
            Map.entry(GOOD, "aceptable, imprescindible, indispensable, necesario, necesaria, esencial"),
            Map.entry(CALLS, "calificó, califica, tachó, tacha, consideró, considera, llamó"),
            Map.entry(
                    NEGATOR,
                    "prohibición de, prohibir, prohíbe, prohíba, renuncia a, renuncie a, renunciar a, renuncien a, "
                            + "renunció a, abandonar, abandone, sin, fin de, excluir, excluya, ningún, ninguna, nunca, jamás"),
            Map.entry(
                    IF,
                    "si, solo si, siempre que, siempre y cuando, a condición de, con la condición de, a cambio de, "
                            + "solo después de, solo cuando, solo tras"),
            Map.entry(UNTIL, "hasta que, mientras, antes de, sin que, a menos que"),
            Map.entry(
                    WEAK,
                    "podría, podrían, quizá, quizás, probablemente, supuestamente, posiblemente, habría, habrían, "
                            + "estaría, estarían, parece, parecen"),
            Map.entry(HAD, "había, habían"),
            Map.entry(
                    BETWEEN,
                    "ha, han, también, ya, de nuevo, nuevamente, siempre, está, están, es, son, firmemente, se, le, "
                            + "lo, la, les, este lunes, este martes, este miércoles, este jueves, este viernes"),
            Map.entry(
                    DENY, "desmintió, desmiente, preguntó, pregunta, preguntado, acusó, acusa, teme, dudó, duda, negó"),
            Map.entry(
                    TALK,
                    "conversaciones, negociaciones, hablar, hablar de, comentar, debate, debatir, discutir, "
                            + "responder, respondido, responde, contestar, contestado, contesta, aclarar, aclarado, aclara, "
                            + "pronunciarse, precisar, precisa, comenta, dice, confirmar, confirma, confirmado, explicaciones, "
                            + "detalles, referéndum"),
            Map.entry(PAPER, "plan, borrador, texto, documento, propuesta, acuerdo"),
            Map.entry(CONTRAST, "pero, mientras, aunque, que, y, quien"),
            Map.entry(FIRST_PERSON, "yo, nosotros, nuestro, nuestra"),
            Map.entry(THIRD_PERSON, "él, ella, ellos, ellas"),
            Map.entry(BODY, "gobierno, funcionarios, ministros, negociadores, autoridades, delegación"),
            Map.entry(
                    PREPOSITION,
                    "de, del, en, con, a, al, para, sobre, por, contra, entre, desde, según, hacia, ante, tras"),
            Map.entry(RUMOUR, "rumores, acusaciones, informes, críticas"),
            Map.entry(JOINS, "y, e"),
            Map.entry(BE, "es, son, fue, fueron, ser, será"));

    private SpanishTable() {}
}
