/** Names as they occur in the Netherlands, by background. Combinations are random: any match is chance. */

export type Achtergrond =
  | 'NEDERLANDS'
  | 'TURKS'
  | 'MAROKKAANS'
  | 'SURINAAMS'
  | 'POOLS'
  | 'SYRISCH'
  | 'ERITREES'
  | 'OVERIG';

type Namen = {
  readonly M: readonly string[];
  readonly V: readonly string[];
  /** `voorvoegsel|geslachtsnaam` when there is a prefix. */
  readonly geslachtsnamen: readonly string[];
};

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const namenlijsten: Readonly<Record<Achtergrond, Namen>> = {
  NEDERLANDS: {
    M: words(`Adriaan, Arie, Bart, Bas, Cornelis, Daan, Dennis, Dirk, Erik, Frank, Gerard, Gerrit, Hans, Hendrik,
      Hugo, Jacob, Jan, Jasper, Jeroen, Johannes, Joost, Jürgen, Kees, Klaas, Leendert, Lars, Luuk, Maarten, Mark,
      Martijn, Michiel, Niels, Noël, Paul, Piet, Pieter, René, Rick, Robert, Ruben, Sander, Sjoerd, Stefan, Teun,
      Thijs, Thomas, Tim, Tom, Willem, Wim, Wouter`),
    V: words(`Anja, Anna, Annelies, Astrid, Bianca, Carla, Chloë, Corrie, Daniëlle, Desirée, Elly, Els, Esther, Eva,
      Femke, Geertje, Gerda, Hanneke, Heleen, Hélène, Ilse, Ingrid, Jacoba, Jolanda, Judith, Karin, Lianne, Linda,
      Lisa, Loes, Maria, Marieke, Marijke, Marloes, Mieke, Monique, Noëlle, Petra, Ria, Roos, Sandra, Sanne, Saskia,
      Sofie, Thea, Tineke, Willemijn, Wilma, Yvonne, Zoë`),
    geslachtsnamen: words(`Bakker, Boekestijn, Bos, Bouman, Brouwer, van den|Berg, van den|Bos, van den|Ende,
      van der|Burg, van der|Knaap, van der|Meer, van der|Velden, van der|Wel, van de|Ven, van 't|Hof, van|Dijk,
      van|Leeuwen, van|Rijn, van|Vliet, van|Zanten, de|Boer, de|Bruijn, de|Graaf, de|Groot, de|Haan, de|Jong,
      de|Kok, de|Vries, de|Wit, den|Hollander, ten|Brink, ter|Horst, te|Riele, op den|Kamp, in 't|Veld, Coenen,
      Dekker, Driessen, Groenewegen, Hendriks, Hoekstra, Huisman, Jansen, Janssens, Kester, Koning, Koëter,
      Kuiper, Maas, Mulder, Noordam, Peters, Postma, Prins, Schouten, Smit, Sonneveld, Stolk, Storm, Timmers,
      Veenstra, Verbeek, Verhoeven, Vermeulen, Visser, Vogels, Vos, Willems, Zuidgeest, Zwinkels`),
  },
  TURKS: {
    M: words(
      'Ahmet, Ali, Burak, Can, Emre, Fatih, Hakan, İbrahim, Kemal, Mehmet, Murat, Mustafa, Ömer, Özgür, Yusuf',
    ),
    V: words(
      'Ayşe, Aylin, Büşra, Derya, Elif, Emine, Fatma, Gül, Gülşen, Hatice, Leyla, Meryem, Özlem, Sevgi, Zeynep',
    ),
    geslachtsnamen: words(
      'Aksoy, Arslan, Aydın, Bulut, Çelik, Çetin, Demir, Doğan, Güneş, Kaya, Kılıç, Koç, Öztürk, Şahin, Şimşek, Yavuz, Yıldız, Yılmaz',
    ),
  },
  MAROKKAANS: {
    M: words(
      'Abdelkader, Adil, Ayoub, Bilal, Driss, Hamza, Hassan, Ismaïl, Karim, Khalid, Mohamed, Rachid, Saïd',
    ),
    V: words(
      'Aïcha, Amina, Fatiha, Fatima, Hanane, Ikram, Khadija, Latifa, Loubna, Naïma, Nora, Samira, Souad',
    ),
    geslachtsnamen: words(
      'Achahbar, Amrani, Azzouz, Benali, Bouzid, Chaoui, el|Hamdaoui, el|Idrissi, el|Khattabi, el|Morabit, Haddou, Lahlali, Ouali, Tahiri, Zaoudi',
    ),
  },
  SURINAAMS: {
    M: words('Anil, Clyde, Dewi, Errol, Glenn, Humphrey, Iwan, Ravi, Romano, Ruben, Soerin, Winston'),
    V: words('Anoushka, Chandra, Gracia, Indra, Joyce, Lilian, Mavis, Priya, Radha, Sharda, Sherida, Yvette'),
    geslachtsnamen: words(
      'Baldew, Biharie, Blokland, Doekhi, Gangaram Panday, Jagroep, Kartosen, Kromosoeto, Mahabier, Overeem, Pinas, Ramdin, Sewnath, Soekhlal, Wijngaarde',
    ),
  },
  POOLS: {
    M: words(
      'Adam, Andrzej, Bartosz, Dariusz, Jakub, Krzysztof, Marek, Michał, Paweł, Piotr, Tomasz, Wojciech',
    ),
    V: words(
      'Agnieszka, Aneta, Barbara, Ewa, Grażyna, Joanna, Katarzyna, Magdalena, Małgorzata, Monika, Zofia',
    ),
    geslachtsnamen: words(
      'Dąbrowski, Jankowski, Kamiński, Kowalczyk, Krawczyk, Lewandowski, Mazur, Nowak, Pawlak, Sikora, Szymański, Wiśniewski, Wójcik, Zając, Zieliński',
    ),
  },
  SYRISCH: {
    M: words('Ahmad, Anas, Bassel, Fadi, Ghassan, Hadi, Maher, Nabil, Omar, Samir, Tarek, Yazan, Ziad'),
    V: words('Amal, Dima, Ghada, Hala, Hiba, Lina, Maya, Nour, Rania, Rasha, Reem, Sawsan, Yara'),
    geslachtsnamen: words(
      'al|Ahmad, al|Hassan, al|Khatib, al|Masri, Barakat, Darwish, Haddad, Hariri, Ibrahim, Kassem, Mansour, Najjar, Othman, Saleh, Shaheen',
    ),
  },
  ERITREES: {
    M: words('Abel, Amanuel, Biniam, Daniel, Filmon, Habtom, Henok, Mehari, Robel, Samuel, Tesfay, Yonas'),
    V: words('Almaz, Bana, Eden, Feven, Helen, Luwam, Mebrat, Rahwa, Saba, Selam, Semhar, Winta'),
    geslachtsnamen: words(
      'Abraha, Asfaha, Berhane, Gebremeskel, Ghebre, Habte, Haile, Kidane, Mebrahtu, Negash, Tekle, Tesfamariam, Weldu, Yohannes',
    ),
  },
  OVERIG: {
    M: words('Ángel, Bogdan, Carlos, Dragan, Farid, Ivan, José, Mamadou, Minh, Nuno, Osman, Sándor, Zoran'),
    V: words(
      'Ana, Beatriz, Dragana, Fátima, Hoa, Inês, Jelena, Lucía, Mariam, Milena, Oksana, Soraya, Thi Lan',
    ),
    geslachtsnamen: words(
      'Abdi, da|Silva, Diallo, Đorđević, Ferreira, Hernández, Ionescu, Jovanović, Kovács, Martins, Mohammadi, Nguyen, Noori, Osei, Popescu, Rahimi, Rodríguez, Shevchenko, Tran, Warsame',
    ),
  },
};

export const achtergronden: readonly (readonly [Achtergrond, number])[] = [
  ['NEDERLANDS', 74],
  ['TURKS', 5],
  ['MAROKKAANS', 5],
  ['SURINAAMS', 4],
  ['POOLS', 4],
  ['SYRISCH', 3],
  ['ERITREES', 2],
  ['OVERIG', 3],
];
