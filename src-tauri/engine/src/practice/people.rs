//! Who talks in the demo and what they say. Everybody is made up; addresses and numbers are from the ranges kept free for examples.

use super::random::Random;

/// A customer or an operator.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their number at the platform.
    pub id: i64,
    /// First and last name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Phone number in international form.
    pub phone: String,
    /// Where they live.
    pub city: String,
    /// The company's own id of them.
    pub identifier: String,
}

impl Person {
    /// Somebody with this number.
    #[must_use]
    pub fn made_up(id: i64, random: &mut Random) -> Self {
        let (first, last) = (random.pick(&FIRST_NAMES), random.pick(&LAST_NAMES));
        Self {
            id,
            name: format!("{first} {last}"),
            email: format!("{}.{}@example.com", first.to_lowercase(), last.to_lowercase()),
            phone: format!("+1555010{:04}", random.below(10_000)),
            city: (*random.pick(&CITIES)).to_owned(),
            identifier: format!("crm-{}", random.between(1_000, 9_999)),
        }
    }

    /// The first word of the name.
    #[must_use]
    pub fn first_name(&self) -> &str {
        self.name.split(' ').next().unwrap_or_default()
    }

    /// What follows it.
    #[must_use]
    pub fn last_name(&self) -> &str {
        self.name.split_once(' ').map_or("", |(_, last)| last)
    }

    /// The part of the e-mail address before the @.
    #[must_use]
    pub fn login(&self) -> &str {
        self.email.split('@').next().unwrap_or_default()
    }
}

/// A line of a dialogue: whether the operator says it, and the text with `{n}` where a number belongs.
pub type Line = (bool, &'static str);

/// One of the dialogues.
pub fn dialogue(random: &mut Random) -> &'static [Line] {
    random.pick::<&[Line]>(&DIALOGUES)
}

const FIRST_NAMES: [&str; 20] = [
    "Ada", "Boris", "Clara", "Diego", "Elena", "Felix", "Greta", "Hugo", "Irina", "Jonas", "Katya", "Lars",
    "Mira", "Nikolai", "Olga", "Paul", "Rosa", "Stefan", "Tanya", "Viktor",
];
const LAST_NAMES: [&str; 16] = [
    "Adler", "Baker", "Castillo", "Dietrich", "Evans", "Fischer", "Garcia", "Hansen", "Ivanova", "Jansen",
    "Keller", "Lindgren", "Moreau", "Novak", "Orlov", "Petrova",
];
const CITIES: [&str; 10] =
    ["Berlin", "Bristol", "Kazan", "Lyon", "Madrid", "Oslo", "Porto", "Riga", "Vienna", "Wellington"];

const CUSTOMER: bool = false;
const OPERATOR: bool = true;

static DIALOGUES: [&[Line]; 12] = [
    &[
        (CUSTOMER, "Hello! Where is my order {n}? It was due yesterday."),
        (OPERATOR, "Good morning! Let me look it up for you."),
        (OPERATOR, "Order {n} left our warehouse this morning and should arrive tomorrow before noon."),
        (CUSTOMER, "Great, thank you!"),
        (OPERATOR, "You are welcome. Have a nice day!"),
    ],
    &[
        (CUSTOMER, "Hi, can I still change the delivery address of order {n}?"),
        (OPERATOR, "Hi! Yes, it has not been packed yet. What is the new address?"),
        (CUSTOMER, "12 Harbour Street, second floor."),
        (OPERATOR, "Done. You will get a new confirmation by e-mail in a minute."),
        (CUSTOMER, "Got it. That was quick 🙂"),
    ],
    &[
        (CUSTOMER, "The invoice {n} has the wrong company name on it."),
        (OPERATOR, "I am sorry about that. How should it read?"),
        (CUSTOMER, "Northwind Trading Ltd., please."),
        (OPERATOR, "Thank you. The corrected invoice is on its way to your inbox."),
    ],
    &[
        (CUSTOMER, "Do you ship to Norway?"),
        (OPERATOR, "We do! It takes three to five working days."),
        (CUSTOMER, "And how much is it?"),
        (OPERATOR, "It is free for orders over 100 €, otherwise 9.90 €."),
        (CUSTOMER, "Perfect."),
    ],
    &[
        (CUSTOMER, "I cannot sign in. It says my password is wrong, but I am sure it is not."),
        (OPERATOR, "Let us sort that out. Which e-mail address do you use?"),
        (CUSTOMER, "The one I am writing from."),
        (OPERATOR, "I have sent you a link to set a new password. It works for one hour."),
        (CUSTOMER, "That worked, thanks."),
    ],
    &[
        (CUSTOMER, "Здравствуйте! Подскажите, когда придёт заказ {n}?"),
        (OPERATOR, "Добрый день! Сейчас проверю."),
        (OPERATOR, "Заказ {n} передан курьеру, ждите его сегодня до 18:00."),
        (CUSTOMER, "Спасибо большое!"),
    ],
    &[
        (CUSTOMER, "Добрый вечер. Можно оплатить счёт {n} по частям?"),
        (OPERATOR, "Здравствуйте! Да, можно разделить на три платежа без переплаты."),
        (CUSTOMER, "Отлично, оформляйте."),
        (OPERATOR, "Готово, график платежей отправлен вам на почту."),
    ],
    &[
        (CUSTOMER, "Guten Tag, ich möchte Artikel {n} zurücksenden."),
        (OPERATOR, "Guten Tag! Gern. Was stimmt mit dem Artikel nicht?"),
        (CUSTOMER, "Die Größe passt leider nicht."),
        (OPERATOR, "Kein Problem, das Rücksendeetikett ist unterwegs zu Ihnen."),
        (CUSTOMER, "Vielen Dank für die schnelle Hilfe!"),
    ],
    &[
        (CUSTOMER, "Hallo, ist das Modell {n} wieder lieferbar?"),
        (OPERATOR, "Hallo! Ab nächster Woche. Soll ich Ihnen eines zurücklegen?"),
        (CUSTOMER, "Ja, bitte."),
    ],
    &[
        (CUSTOMER, "My parcel arrived damaged. I have pictures."),
        (OPERATOR, "Oh no, I am sorry! Please send them over, and we replace whatever broke."),
        (CUSTOMER, "Two of the glasses. Order {n}."),
        (OPERATOR, "Two new ones leave today. You can keep the rest of the box."),
        (CUSTOMER, "Excellent service, thank you."),
        (OPERATOR, "Thank you for telling us!"),
    ],
    &[
        (CUSTOMER, "Could I get a demo of the business plan for about {n} people?"),
        (OPERATOR, "With pleasure. Would Thursday at 10:00 suit you?"),
        (CUSTOMER, "Thursday is fine."),
        (OPERATOR, "Booked. The invitation is in your calendar."),
    ],
    &[
        (CUSTOMER, "Is anybody there?"),
        (OPERATOR, "Yes, hello! What can I do for you?"),
        (CUSTOMER, "Sorry, found it myself."),
    ],
];
