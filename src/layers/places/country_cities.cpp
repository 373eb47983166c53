#include "layers/places/country_cities.hpp"

#include <array>

namespace fieldgap {
namespace {

constexpr std::array table = {
    CountryCities{"DE",
                  "Berlin 13.4 52.5, Hamburg 10.0 53.6, München 11.6 48.1, Köln 7.0 50.9, Frankfurt am Main 8.7 50.1, Stuttgart 9.2 48.8, "
                  "Düsseldorf 6.8 51.2, Leipzig 12.4 51.3, Dortmund 7.5 51.5, Essen 7.0 51.5, Bremen 8.8 53.1, Dresden 13.7 51.1, "
                  "Hannover 9.7 52.4, Nürnberg 11.1 49.5, Duisburg 6.8 51.4, Bochum 7.2 51.5, Wuppertal 7.1 51.3, Bielefeld 8.5 52.0, "
                  "Bonn 7.1 50.7, Münster 7.6 52.0, Mannheim 8.5 49.5, Karlsruhe 8.4 49.0, Augsburg 10.9 48.4, Wiesbaden 8.2 50.1, "
                  "Mönchengladbach 6.4 51.2, Gelsenkirchen 7.1 51.5, Aachen 6.1 50.8, Braunschweig 10.5 52.3, Kiel 10.1 54.3, "
                  "Chemnitz 12.9 50.8, Halle 12.0 51.5, Magdeburg 11.6 52.1, Freiburg 7.9 48.0, Krefeld 6.6 51.3, Mainz 8.3 50.0, "
                  "Lübeck 10.7 53.9, Erfurt 11.0 51.0, Oberhausen 6.9 51.5, Rostock 12.1 54.1, Kassel 9.5 51.3, Hagen 7.5 51.4, "
                  "Potsdam 13.1 52.4, Saarbrücken 7.0 49.2, Hamm 7.8 51.7, Ludwigshafen am Rhein 8.4 49.5, Oldenburg 8.2 53.1, "
                  "Osnabrück 8.0 52.3, Leverkusen 7.0 51.0, Heidelberg 8.7 49.4, Darmstadt 8.7 49.9, Solingen 7.1 51.2, "
                  "Regensburg 12.1 49.0, Paderborn 8.8 51.7, Ingolstadt 11.4 48.8, Würzburg 10.0 49.8, Ulm 10.0 48.4, Heilbronn 9.2 49.1, "
                  "Wolfsburg 10.8 52.4, Göttingen 9.9 51.5, Pforzheim 8.7 48.9, Bottrop 6.9 51.5, Recklinghausen 7.2 51.6, "
                  "Koblenz 7.6 50.4, Jena 11.6 50.9, Trier 6.6 49.8, Erlangen 11.0 49.6, Siegen 8.0 50.9, Hildesheim 10.0 52.2, "
                  "Cottbus 14.3 51.8, Gera 12.1 50.9, Schwerin 11.4 53.6, Zwickau 12.5 50.7, Görlitz 15.0 51.2, Flensburg 9.4 54.8, "
                  "Konstanz 9.2 47.7, Passau 13.4 48.6, Rosenheim 12.1 47.9, Kempten 10.3 47.7, Stralsund 13.1 54.3, Greifswald 13.4 54.1"},
    CountryCities{"AT",
                  "Wien 16.4 48.2, Graz 15.4 47.1, Linz 14.3 48.3, Salzburg 13.0 47.8, Innsbruck 11.4 47.3, Villach 13.9 46.6, "
                  "Wels 14.0 48.2, Sankt Pölten 15.6 48.2, Dornbirn 9.7 47.4, Bregenz 9.7 47.5, Steyr 14.4 48.0, Eisenstadt 16.5 47.8, "
                  "Feldkirch 9.6 47.2, Klagenfurt 14.3 46.6"},
    CountryCities{"CH",
                  "Zürich 8.6 47.4, Basel 7.6 47.6, Bern 7.4 46.9, Lausanne 6.6 46.5, Winterthur 8.7 47.5, Luzern 8.3 47.1, "
                  "Lugano 9.0 46.0, Biel 7.2 47.1, Thun 7.6 46.8, Köniz 7.4 46.9, Fribourg 7.2 46.8, Chur 9.5 46.8, Schaffhausen 8.6 47.7, "
                  "Neuchâtel 6.9 47.0, Genève 6.1 46.2, St. Gallen 9.4 47.4"},
    CountryCities{
        "GB", "London -0.1 51.5, Birmingham -1.9 52.5, Manchester -2.2 53.5, Liverpool -3.0 53.4, Leeds -1.5 53.8, Sheffield -1.5 53.4, "
              "Bristol -2.6 51.5, Newcastle upon Tyne -1.6 55.0, Sunderland -1.4 54.9, Nottingham -1.2 53.0, Leicester -1.1 52.6, "
              "Coventry -1.5 52.4, Bradford -1.8 53.8, Stoke-on-Trent -2.2 53.0, Wolverhampton -2.1 52.6, Plymouth -4.1 50.4, "
              "Derby -1.5 52.9, Southampton -1.4 50.9, Portsmouth -1.1 50.8, Norwich 1.3 52.6, Exeter -3.5 50.7, York -1.1 54.0, "
              "Oxford -1.3 51.8, Cambridge 0.1 52.2, Glasgow -4.3 55.9, Edinburgh -3.2 56.0, Aberdeen -2.1 57.1, Dundee -3.0 56.5, "
              "Cardiff -3.2 51.5, Swansea -3.9 51.6, Newport -3.0 51.6, Belfast -5.9 54.6, Stockport -2.2 53.4, Bolton -2.4 53.6, "
              "Wigan -2.6 53.5, Oldham -2.1 53.5, Rochdale -2.2 53.6, Bury -2.3 53.6, Salford -2.3 53.5, Warrington -2.6 53.4, "
              "Luton -0.4 51.9, Northampton -0.9 52.2, Peterborough -0.2 52.6, Milton Keynes -0.8 52.0, Ipswich 1.2 52.1, "
              "Gloucester -2.2 51.9, Swindon -1.8 51.6, Brighton -0.1 50.8, Croydon -0.1 51.4, Preston -2.7 53.8, Blackpool -3.0 53.8, "
              "Middlesbrough -1.2 54.6, Huddersfield -1.8 53.6, Wakefield -1.5 53.7, Doncaster -1.1 53.5, Barnsley -1.5 53.5, "
              "Rotherham -1.4 53.4, Hull -0.3 53.7"},
    CountryCities{"IE", "Dublin -6.2 53.3, Cork -8.5 51.9, Limerick -8.6 52.7, Galway -9.1 53.3, Waterford -7.1 52.3, Drogheda -6.3 53.7, "
                        "Dundalk -6.4 54.0, Swords -6.2 53.5, Bray -6.1 53.2, Navan -6.7 53.7, Kilkenny -7.3 52.7, Ennis -9.0 52.8, "
                        "Tralee -9.7 52.3, Sligo -8.5 54.3, Wexford -6.5 52.3, Athlone -7.9 53.4, Letterkenny -7.7 55.0"},
    CountryCities{"FR",
                  "Paris 2.3 48.9, Marseille 5.4 43.3, Lyon 4.8 45.7, Toulouse 1.4 43.6, Nice 7.3 43.7, Nantes -1.6 47.2, "
                  "Montpellier 3.9 43.6, Strasbourg 7.7 48.6, Bordeaux -0.6 44.8, Lille 3.1 50.6, Rennes -1.7 48.1, Reims 4.0 49.3, "
                  "Toulon 5.9 43.1, Saint-Étienne 4.4 45.4, Le Havre 0.1 49.5, Grenoble 5.7 45.2, Dijon 5.0 47.3, Angers -0.6 47.5, "
                  "Nîmes 4.4 43.8, Villeurbanne 4.9 45.8, Clermont-Ferrand 3.1 45.8, Le Mans 0.2 48.0, Brest -4.5 48.4, Tours 0.7 47.4, "
                  "Amiens 2.3 49.9, Limoges 1.2 45.8, Annecy 6.1 45.9, Perpignan 2.9 42.7, Metz 6.2 49.1, Besançon 6.0 47.2, "
                  "Orléans 1.9 47.9, Rouen 1.1 49.4, Mulhouse 7.3 47.8, Caen -0.4 49.2, Nancy 6.2 48.7"},
    CountryCities{"NL",
                  "Amsterdam 4.9 52.4, Rotterdam 4.5 51.9, Den Haag 4.3 52.1, Utrecht 5.1 52.1, Eindhoven 5.5 51.4, Groningen 6.6 53.2, "
                  "Tilburg 5.1 51.6, Breda 4.8 51.6, Nijmegen 5.9 51.8, Arnhem 5.9 52.0, Haarlem 4.6 52.4, Enschede 6.9 52.2, "
                  "Amersfoort 5.4 52.2, Apeldoorn 6.0 52.2, Zwolle 6.1 52.5, Leiden 4.5 52.2, Maastricht 5.7 50.8, Dordrecht 4.7 51.8, "
                  "Delft 4.4 52.0, Alkmaar 4.7 52.6, Deventer 6.2 52.3, Almere 5.2 52.4"},
    CountryCities{"IT", "Roma 12.5 41.9, Milano 9.2 45.5, Napoli 14.3 40.9, Torino 7.7 45.1, Palermo 13.4 38.1, Genova 8.9 44.4, "
                        "Bologna 11.3 44.5, Firenze 11.2 43.8, Bari 16.9 41.1, Catania 15.1 37.5, Venezia 12.3 45.4, Verona 11.0 45.4, "
                        "Messina 15.6 38.2, Padova 11.9 45.4, Trieste 13.8 45.6, Taranto 17.2 40.5, Brescia 10.2 45.5, Parma 10.3 44.8, "
                        "Prato 11.1 43.9, Modena 10.9 44.6, Livorno 10.3 43.5, Cagliari 9.1 39.2, Ravenna 12.2 44.4, Ferrara 11.6 44.8, "
                        "Rimini 12.6 44.1, Salerno 14.8 40.7, Sassari 8.6 40.7, Bergamo 9.7 45.7, Trento 11.1 46.1, Vicenza 11.5 45.5, "
                        "Bolzano 11.3 46.5, Perugia 12.4 43.1, Pescara 14.2 42.5, Ancona 13.5 43.6, Udine 13.2 46.1, Foggia 15.6 41.5, "
                        "Lecce 18.2 40.4"},
    CountryCities{"ES",
                  "Madrid -3.7 40.4, Barcelona 2.2 41.4, Valencia -0.4 39.5, Sevilla -6.0 37.4, Zaragoza -0.9 41.7, Málaga -4.4 36.7, "
                  "Murcia -1.1 38.0, Palma 2.7 39.6, Bilbao -2.9 43.3, Alicante -0.5 38.3, Córdoba -4.8 37.9, Valladolid -4.7 41.7, "
                  "Vigo -8.7 42.2, Gijón -5.7 43.5, A Coruña -8.4 43.4, Granada -3.6 37.2, Oviedo -5.8 43.4, Pamplona -1.6 42.8, "
                  "Almería -2.5 36.8, Santander -3.8 43.5, Burgos -3.7 42.3, Salamanca -5.7 41.0, Albacete -1.9 39.0, Tarragona 1.2 41.1, "
                  "Lleida 0.6 41.6, Girona 2.8 42.0, León -5.6 42.6, Cádiz -6.3 36.5, Huelva -6.9 37.3, Logroño -2.5 42.5, "
                  "Badajoz -7.0 38.9, Lugo -7.6 43.0, Ourense -7.9 42.3, Cáceres -6.4 39.5, Toledo -4.0 39.9"},
    CountryCities{"DK", "København 12.6 55.7, Odense 10.4 55.4, Aalborg 9.9 57.0, Esbjerg 8.5 55.5, Randers 10.0 56.5, Kolding 9.5 55.5, "
                        "Horsens 9.9 55.9, Vejle 9.5 55.7, Roskilde 12.1 55.6, Rønne 14.7 55.1, Aarhus 10.2 56.2"},
    CountryCities{"NO",
                  "Oslo 10.7 59.9, Bergen 5.3 60.4, Trondheim 10.4 63.4, Stavanger 5.7 59.0, Drammen 10.2 59.7, Fredrikstad 10.9 59.2, "
                  "Kristiansand 8.0 58.1, Tromsø 19.0 69.6, Bodø 14.4 67.3, Ålesund 6.2 62.5"},
    CountryCities{"PL",
                  "Warszawa 21.0 52.2, Kraków 19.9 50.1, Łódź 19.5 51.8, Wrocław 17.0 51.1, Poznań 16.9 52.4, Gdańsk 18.6 54.4, "
                  "Szczecin 14.6 53.4, Bydgoszcz 18.0 53.1, Lublin 22.6 51.3, Katowice 19.0 50.3, Białystok 23.2 53.1, Gdynia 18.5 54.5, "
                  "Rzeszów 22.0 50.0, Kielce 20.6 50.9, Olsztyn 20.5 53.8, Opole 17.9 50.7"},
    CountryCities{"AU", "Sydney 151.2 -33.9, Melbourne 145.0 -37.8, Brisbane 153.0 -27.5, Perth 115.9 -32.0, Adelaide 138.6 -34.9, "
                        "Canberra 149.1 -35.3, Hobart 147.3 -42.9, Darwin 130.8 -12.5, Newcastle 151.8 -32.9, Geelong 144.4 -38.1, "
                        "Cairns 145.8 -16.9, Townsville 146.8 -19.3"},
    CountryCities{"BR",
                  "São Paulo -46.6 -23.5, Rio de Janeiro -43.2 -22.9, Brasília -47.9 -15.8, Salvador -38.5 -13.0, Fortaleza -38.5 -3.7, "
                  "Belo Horizonte -43.9 -19.9, Manaus -60.0 -3.1, Curitiba -49.3 -25.4, Recife -34.9 -8.1, Goiânia -49.3 -16.7, "
                  "Belém -48.5 -1.5, Porto Alegre -51.2 -30.0, Campinas -47.1 -22.9, São Luís -44.3 -2.5, Maceió -35.7 -9.7, "
                  "Natal -35.2 -5.8, Teresina -42.8 -5.1, Florianópolis -48.5 -27.6, Vitória -40.3 -20.3, Cuiabá -56.1 -15.6"},
    CountryCities{"TR", "Ankara 32.9 39.9, İstanbul 28.9 41.0, İzmir 27.1 38.4, Bursa 29.1 40.2, Antalya 30.7 36.9, Adana 35.3 37.0, "
                        "Konya 32.5 37.9, Gaziantep 37.4 37.1, Mersin 34.6 36.8, Kayseri 35.5 38.7, Eskişehir 30.5 39.8, Samsun 36.3 41.3, "
                        "Trabzon 39.7 41.0, Diyarbakır 40.2 37.9, Erzurum 41.3 39.9, Van 43.4 38.5"},
    CountryCities{"SE",
                  "Stockholm 18.1 59.3, Göteborg 12.0 57.7, Malmö 13.0 55.6, Uppsala 17.6 59.9, Västerås 16.6 59.6, Örebro 15.2 59.3, "
                  "Linköping 15.6 58.4, Helsingborg 12.7 56.0, Jönköping 14.2 57.8, Norrköping 16.2 58.6, Lund 13.2 55.7, "
                  "Umeå 20.3 63.8"},
    CountryCities{"FI", "Helsinki 24.9 60.2, Espoo 24.7 60.2, Tampere 23.8 61.5, Vantaa 25.0 60.3, Oulu 25.5 65.0, Turku 22.3 60.5, "
                        "Jyväskylä 25.7 62.2, Lahti 25.7 61.0, Kuopio 27.7 62.9"},
    CountryCities{"PT", "Lisboa -9.1 38.7, Porto -8.6 41.1, Braga -8.4 41.6, Coimbra -8.4 40.2, Funchal -16.9 32.7, Setúbal -8.9 38.5, "
                        "Aveiro -8.6 40.6, Évora -7.9 38.6, Faro -7.9 37.0"},
    CountryCities{
        "BE", "Bruxelles 4.3 50.9, Gent 3.7 51.0, Charleroi 4.4 50.4, Liège 5.6 50.6, Brugge 3.2 51.2, Namur 4.9 50.5, Leuven 4.7 50.9, "
              "Mons 4.0 50.5, Antwerpen 4.4 51.2"},
    CountryCities{"CZ", "Praha 14.4 50.1, Brno 16.6 49.2, Ostrava 18.3 49.8, Liberec 15.1 50.8, Olomouc 17.3 49.6, Plzeň 13.4 49.7"},
    CountryCities{"HU", "Budapest 19.0 47.5, Debrecen 21.6 47.5, Szeged 20.1 46.3, Miskolc 20.8 48.1, Pécs 18.2 46.1, Győr 17.6 47.7"},
    CountryCities{"NZ",
                  "Auckland 174.8 -36.8, Wellington 174.8 -41.3, Christchurch 172.6 -43.5, Hamilton 175.3 -37.8, Dunedin 170.5 -45.9, "
                  "Tauranga 176.2 -37.7"},
    CountryCities{"RU", "Москва 37.6 55.8, Санкт-Петербург 30.3 59.9, Новосибирск 82.9 55.0, "
                        "Екатеринбург 60.6 56.9, Казань 49.1 55.8"},
};

} // namespace

std::span<const CountryCities> country_cities()
{
    return table;
}

} // namespace fieldgap
