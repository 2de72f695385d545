//! The conditions of Chatwoot's filters.

use http::StatusCode;
use serde_json::Value;

use super::missing;
use crate::practice::chatwoot::answers::Refusal;
use crate::practice::form::Fields;

#[derive(Debug)]
pub(super) struct Condition {
    column: String,
    operator: String,
    values: Vec<String>,
    /// Joined to the next one by "or".
    or: bool,
}

pub(super) fn conditions(fields: &Fields, columns: &[&str]) -> Result<Vec<Condition>, Refusal> {
    let unprocessable = |text: String| Refusal::error(StatusCode::UNPROCESSABLE_ENTITY, text);
    let given = fields.values.get("payload").and_then(Value::as_array).ok_or_else(|| missing("payload"))?;
    let mut conditions = Vec::new();
    for one in given {
        let text = |name: &str| one.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let column = text("attribute_key");
        if !columns.contains(&column.as_str()) {
            return Err(unprocessable(format!("Invalid attribute key - [{column}]")));
        }
        let operator = text("filter_operator");
        let known = [
            "equal_to",
            "not_equal_to",
            "contains",
            "does_not_contain",
            "starts_with",
            "is_present",
            "is_not_present",
        ];
        if !known.contains(&operator.as_str()) {
            return Err(unprocessable(format!(
                "Invalid operator. The allowed operators for {column} are [{}]",
                known.join(",")
            )));
        }
        let values = match one.get("values") {
            Some(Value::Array(values)) => values.iter().map(word).collect(),
            Some(value) => vec![word(value)],
            None => Vec::new(),
        };
        conditions.push(Condition {
            column,
            operator,
            values,
            or: text("query_operator").eq_ignore_ascii_case("or"),
        });
    }
    Ok(conditions)
}

fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned).to_lowercase()
}

/// "And" binds before "or", as in SQL.
pub(super) fn holds(conditions: &[Condition], column: impl Fn(&str) -> String) -> bool {
    let (mut any, mut all) = (false, true);
    for condition in conditions {
        let value = column(&condition.column).to_lowercase();
        let mut wanted = condition.values.iter();
        all &= match condition.operator.as_str() {
            "equal_to" => wanted.any(|one| *one == value),
            "not_equal_to" => wanted.all(|one| *one != value),
            "contains" => wanted.any(|one| value.contains(one.as_str())),
            "does_not_contain" => wanted.all(|one| !value.contains(one.as_str())),
            "starts_with" => wanted.any(|one| value.starts_with(one.as_str())),
            "is_present" => !value.is_empty(),
            _ => value.is_empty(),
        };
        if condition.or {
            (any, all) = (any || all, true);
        }
    }
    any || all
}
