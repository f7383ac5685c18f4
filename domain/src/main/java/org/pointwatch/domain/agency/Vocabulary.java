// SPDX-License-Identifier: Apache-2.0
package org.pointwatch.domain.agency;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Small words of bylines, datelines and credit lines in the languages of the feeds. */
final class Vocabulary {
    /** A byline begins with one of them. */
    static final Set<String> BY = words(
            """
            by von par por da di de od av af van autor autorka author autore auteur
            автор авторы автори від от
            """);

    /** Joins an agency to somebody else's work. */
    static final Set<String> WITH = words("with mit avec con com z ze s med met cu con amb с со з із зі");

    static final Set<String> AND = words("and und et y e i en og och ja și si и та й і");

    /** Says no more than that the name before or after it is an agency's. */
    static final Set<String> FILLER = words(
            """
            the a staff news agency newsroom newswire wire service correspondent correspondents reporter reporters writer
            writers journalist journalists editor bureau report reports in of for from and at team
            agentur nachrichtenagentur presseagentur die der den dem des agence l la le les agenzia agencia agencja agentura
            agência redaktion rédaction redacción redazione redakcja korrespondent correspondant corresponsal
            агентство агенція информационное информагентство інформаційне новости новини корр корреспондент кореспондент
            """);

    /** Stands between "with" and the agency. */
    static final Set<String> MATERIAL = words(
            """
            material materials materialien agenturmaterial input information informations informationen informaciones
            informazioni informacji informações inputs reporting contributions from of von de der del des d la le el dell
            the files wire additional материалами матеріалами информацией агентства
            """);

    static final Set<String> SOURCE = words(
            "source sources quelle quellen fuente fonte fonti źródło zdroj kilde källa lähde bron източник источник джерело");

    /** A picture's credit, not the text's. */
    static final Set<String> PICTURE = words(
            """
            photo photos photograph foto fotos picture pictures image images bild bilder imagen immagine zdjęcie fot video
            vidéo grafik graphic infographic handout pool getty caption photographer snimka kuva фото відео видео снимок знімок
            """);

    /** In datelines, beside what begins with a capital. */
    static final Set<String> DATE = words(
            """
            jan feb mar apr may jun jul aug sep sept oct nov dec
            january february march april june july august september october november december
            januar februar märz april mai juni juli august september oktober november dezember
            janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr juil déc
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic
            gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre gen mag giu lug set ott
            janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
            stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
            ledna února března dubna května června července srpna září října listopadu prosince
            január február március április május június július augusztus szeptember október
            ianuarie februarie martie aprilie iunie iulie octombrie noiembrie decembrie noi ian
            января февраля марта апреля мая июня июля августа сентября октября ноября декабря
            янв фев мар апр июн июл авг сен сент окт ноя дек
            січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
            monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun
            montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
            hétfő kedd szerda csütörtök péntek szombat vasárnap lapkr gada novembrī г р року года d den the st th nd rd
            """);

    /** Between the words of a place's name. */
    static final Set<String> PLACE =
            words("de la le les du des di da do dos del am an der den sur na nad upon of el al und and");

    /** A line that begins with one of them is a sentence. */
    static final Set<String> NO_PLACE =
            words("on in at by as after since until when am im vom nach le el il в у во на по о об w we na dne");

    private Vocabulary() {}

    private static Set<String> words(String all) {
        return Arrays.stream(all.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
