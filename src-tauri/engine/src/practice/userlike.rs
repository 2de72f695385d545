//! A practice Userlike: the callbacks of its API add-on, each with the whole chat so far, as Userlike writes them. It sends nothing itself.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::people::Person;
use super::request::Request;
use crate::domain::Timestamp;

/// One Userlike account with its API add-on pointed at an intake.
#[derive(Clone, Debug)]
pub struct Userlike {
    /// Name and value of the extra header, where one is set up.
    pub secret: Option<(String, String)>,
    /// IANA name of the zone its times are written in.
    pub time_zone: String,
    /// Number and name of the website's widget.
    pub widget: (i64, String),
    /// The address of the page the widget is on.
    pub page: String,
}

/// A chat as Userlike keeps it: it has no ids for its messages, and every callback repeats all of them.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its number.
    pub id: i64,
    /// The visitor's browser.
    pub client_uuid: String,
    /// The visitor.
    pub client: Person,
    /// The operator.
    pub operator: Person,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// 1 to 5, once the visitor has rated it.
    pub rate: Option<u8>,
    /// What the visitor said about it.
    pub feedback: Option<String>,
    /// What was said so far.
    pub lines: Vec<Line>,
}

/// One message of a session.
#[derive(Clone, Debug)]
pub struct Line {
    /// Written by the operator, not by the visitor.
    pub by_operator: bool,
    /// The text.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

impl Userlike {
    /// A callback of a chat session: `event` is `start`, `message_received`, `message_sent`, `unread`, `end`, `forward`, `rating`,
    /// `feedback`, `survey` or `goal`.
    #[must_use]
    pub fn chat_session(&self, event: &str, session: &Session) -> Request {
        let mut body = json!({ "_event": event, "_type": "chat_session" });
        extend(&mut body, self.chat(session));
        self.request(&body)
    }

    /// The whole conversation is over.
    #[must_use]
    pub fn conversation_ended(&self, session: &Session) -> Request {
        let mut body = json!({ "_event": "ended", "_type": "conversation" });
        extend(&mut body, self.chat(session));
        body["status"] = json!("ended");
        self.request(&body)
    }

    /// An operator's presence: `event` is `online`, `offline`, `away` or `back`.
    #[must_use]
    pub fn operator(&self, event: &str, operator: &Person) -> Request {
        let login = operator.login();
        let mut body = json!({ "_event": event, "_type": "operator" });
        extend(&mut body, operator_of(operator));
        extend(
            &mut body,
            json!({
                "username": login, "jid": format!("{login}@userlike.com"), "is_active": true, "lang": "en", "locale": "en_US",
                "timezone": self.time_zone, "role": "o", "role_name": "Operator", "operator_group_id": 14,
                "url_image": "cdn.example.test/operator_80x80.jpg",
                "dashboard_url": format!("https://www.userlike.com/dashboard/config/operator/edit/{}", operator.id),
            }),
        );
        self.request(&body)
    }

    fn request(&self, body: &Value) -> Request {
        let request = Request::json(body, "application/JSON");
        match &self.secret {
            Some((name, value)) => request.header(name, value),
            None => request,
        }
    }

    fn chat(&self, session: &Session) -> Value {
        let last = session.lines.last().map_or(session.started, |line| line.at);
        let seconds = session.ended.unwrap_or(last).since(session.started).max(0) / 1_000;
        json!({
            "browser_name": "Firefox", "browser_os": "Linux", "browser_version": "143",
            "chat_widget": { "id": self.widget.0, "name": self.widget.1 },
            "chat_widget_goal": { "id": null, "name": null },
            "client_additional01_name": null, "client_additional01_value": null,
            "client_email": session.client.email, "client_name": session.client.name, "client_uuid": session.client_uuid,
            "created_at": self.time(session.started),
            "custom": { "customer": session.client.identifier },
            "data_privacy": false,
            "duration": format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60),
            "ended_at": session.ended.map(|at| self.time(at)),
            "feedback_message": session.feedback,
            "id": session.id,
            "inital_url": self.page,
            "loc_city": session.client.city, "loc_country": null, "loc_lat": null, "loc_lon": null,
            "marked_read": false,
            "messages": session.lines.iter().map(|line| self.line(session, line)).collect::<Vec<_>>(),
            "notes": [],
            "operator_created": operator_of(&session.operator), "operator_created_id": session.operator.id,
            "operator_current": operator_of(&session.operator), "operator_current_id": session.operator.id,
            "page_impressions": 2, "post_survey_option": null, "rate": session.rate, "referrer": null,
            "status": if session.ended.is_some() { "ended" } else { "new" },
            "topic": null, "url": self.page, "visits": 3, "was_proactive": false,
        })
    }

    fn line(&self, session: &Session, line: &Line) -> Value {
        let author = if line.by_operator { &session.operator } else { &session.client };
        let sent_at = self.time(line.at);
        json!({
            "body": line.text, "name": author.name, "display_name": author.first_name(),
            "operator_id": line.by_operator.then_some(session.operator.id),
            "sent_at": sent_at, "sent_at_time": sent_at.get(11..16), "type": if line.by_operator { "op" } else { "co" },
        })
    }

    /// Without a zone, as they write it.
    fn time(&self, at: Timestamp) -> String {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
        at.to_zoned(zone).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }
}

fn operator_of(operator: &Person) -> Value {
    json!({
        "id": operator.id, "name": operator.name, "first_name": operator.first_name(), "last_name": operator.last_name(),
        "email": operator.email, "operator_group": { "id": 14, "name": "Support" },
    })
}

fn extend(body: &mut Value, more: Value) {
    if let (Value::Object(body), Value::Object(more)) = (body, more) {
        body.extend(more);
    }
}
