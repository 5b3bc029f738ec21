using System.Globalization;
using System.Text;
using SoeBot.Pages;

namespace SoeBot.Sheet;

/// <summary>The meeting sheet as one document that needs nothing else: A4 on paper, readable on a phone, with room to write. All text is encoded.</summary>
internal static class SheetHtml
{
    private const int EmptyLines = 8;

    /// <summary>Name of the element that says when the sheet was read, so that an older one never takes the place of a newer one.</summary>
    public const string ReadAt = "soebot-read-at";

    public static string Write(MeetingSheet sheet)
    {
        var page = HtmlPage.Begin($"Meeting sheet - {sheet.Plant}", Style);
        Add(page, $"<header><p class=\"plant\">{Plain(sheet.Plant)}</p><h1>{(sheet.Meeting is { } meeting ? $"Meeting {Plain(meeting)}" : "No meeting is planned")}</h1>");
        Add(page, $"<p class=\"asof\"><strong>As of {Plain(sheet.AsOf)}</strong>, {Plain(sheet.Data)}. What was said since then is not on it.</p>");
        if (sheet.Old is { } old) Add(page, $"<p class=\"warn\">{Plain(old)}</p>");
        page.Append("<p>When the bot does not answer, hold the meeting from this page and write decisions into the last table. Later type each to the bot: <b>decide: what, who, by when, entered later</b>.</p></header><main>");
        Table(page, "Agenda", "agenda", ["From", "Step", "Min", "What is decided"], sheet.Agenda, row => [row.At, row.Title, row.Minutes.ToString(CultureInfo.InvariantCulture), row.Decides], null, sheet.Meeting is null ? "No meeting is planned in the next year." : null);
        Table(page, "Two weeks ahead", "weeks", ["Week", "Days", "Orders", "Pieces"], sheet.Weeks, row => [row.Name, row.Days, row.Orders, row.Pieces], null, "No plan was computed yet.");
        Lines(page, sheet.Ahead, 0, "");
        Table(page, sheet.Orders.Count == 0 ? "Orders at risk" : $"Orders at risk: the first {sheet.Orders.Count}", "orders folds", ["No.", "Order", "Due", "Owner", "Status", "Risk", "What is done"], sheet.Orders,
            row => [row.Rank.ToString(CultureInfo.InvariantCulture), $"{row.Order}\n{row.What}", row.Dates, row.Owner, row.Status, row.Risk, row.Mitigation], row => row.IsOpen, "No order is projected late or near it.");
        More(page, sheet.MoreOrders, "more on the list");
        Table(page, "Open decisions", "decisions folds", ["No.", "What", "Owner", "Due", "State"], sheet.Decisions, row => [row.Name, row.Text, row.Owner, row.Due, row.IsOverdue ? $"overdue, {row.State}" : row.State], row => row.IsOverdue, "No decision is open.");
        More(page, sheet.MoreDecisions, "more are open");
        Table(page, "Changes that wait for somebody", "changes folds", ["No.", "Asked", "By", "Until"], sheet.Changes, row => [row.Name, row.Asks, row.By, row.Until], null, "No change waits.");
        page.Append("<section><h2>Open exceptions</h2>");
        if (sheet.Exceptions.Count == 0) page.Append("<p>None in the data.</p>");
        Lines(page, sheet.Exceptions, sheet.MoreExceptions, "more are open");
        page.Append("</section><section class=\"write\"><h2>Decided in this meeting</h2><p>Present: ____________________________________________________</p><table><thead><tr><th scope=\"col\">Order</th><th scope=\"col\">Decision</th><th scope=\"col\">Who</th><th scope=\"col\">Due</th></tr></thead><tbody>");
        for (var line = 0; line < EmptyLines; line++) page.Append("<tr><td></td><td></td><td></td><td></td></tr>");
        Add(page, $"</tbody></table></section></main><footer><p>Amounts of money{(sheet.NamesCustomers ? "" : " and customers")} are left out.</p><data class=\"{ReadAt}\" value=\"{sheet.ReadAt.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\"></data></footer></body></html>");
        return page.ToString();
    }

    /// <summary>For an address that never was or works no more: both look alike.</summary>
    public static string Gone() => HtmlPage.Begin("No meeting sheet here", Style)
        .Append("<main><h1>No meeting sheet here</h1><p>This link is not known, or somebody revoked it. Type to the bot: <b>meeting sheet</b>.</p></main></body></html>").ToString();

    private static void Table<T>(StringBuilder page, string title, string style, string[] heads, IReadOnlyList<T> rows, Func<T, string[]> cells, Func<T, bool>? stands, string? none)
    {
        Add(page, $"<section><h2>{Plain(title)}</h2>");
        if (rows.Count == 0)
        {
            Add(page, $"<p>{Plain(none ?? "")}</p></section>");
            return;
        }
        Add(page, $"<table class=\"{style}\"><thead><tr>");
        foreach (var head in heads) Add(page, $"<th scope=\"col\">{Plain(head)}</th>");
        page.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            Add(page, $"<tr{(stands?.Invoke(row) == true ? " class=\"stands\"" : "")}>");
            var values = cells(row);
            for (var at = 0; at < values.Length; at++) Add(page, $"<td data-head=\"{Plain(heads[at])}\">{Plain(values[at]).Replace("\n", "<br>", StringComparison.Ordinal)}</td>");
            page.Append("</tr>");
        }
        page.Append("</tbody></table></section>");
    }

    private static void Lines(StringBuilder page, IReadOnlyList<string> lines, int more, string words)
    {
        if (lines.Count == 0) return;
        page.Append("<ul>");
        foreach (var line in lines) Add(page, $"<li>{Plain(line)}</li>");
        page.Append("</ul>");
        More(page, more, words);
    }

    private static void More(StringBuilder page, int more, string words)
    {
        if (more > 0) Add(page, $"<p class=\"more\">{more.ToString(CultureInfo.InvariantCulture)} {words}.</p>");
    }

    private static void Add(StringBuilder page, string html) => page.Append(html);

    private static string Plain(string text) => HtmlPage.Plain(text);

    private const string Style = """
        @page{size:A4;margin:12mm}
        *{box-sizing:border-box}
        body{font:14px/1.4 "Segoe UI",system-ui,sans-serif;color:#242424;background:#fff;max-width:200mm;margin:0 auto;padding:16px;overflow-wrap:anywhere}
        .plant{margin:0;color:#616161}
        h1{font-size:24px;line-height:1.2;margin:2px 0 6px}
        h2{font-size:16px;margin:18px 0 5px;border-bottom:1px solid #d1d1d1;padding-bottom:2px}
        p{margin:4px 0}
        .warn,.stands td:first-child,.stands td[data-head=Status],.stands td[data-head=State]{color:#b10e1c;font-weight:600}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;border-bottom:1px solid #e6e6e6}
        th{font-weight:600;white-space:nowrap}
        td:first-child{font-weight:600;white-space:nowrap}
        td:first-child,.agenda td,.weeks td,td[data-head=Status]{overflow-wrap:normal}
        ul{padding-left:18px;margin:6px 0}
        .more,footer{color:#616161}
        .write td{height:11mm;border:1px solid #8a8a8a}.write th{border:1px solid #8a8a8a;padding-left:4px}
        .write td:nth-child(1){width:16%}.write td:nth-child(2){width:48%}.write td:nth-child(3){width:20%}.write td:nth-child(4){width:16%}
        tr,li,.write{break-inside:avoid}h2{break-after:avoid}
        .agenda td:nth-child(2){white-space:nowrap}
        .orders td:nth-child(2){width:21%}.orders td:nth-child(3){width:17%}.orders td:nth-child(6){width:20%}.orders td:nth-child(7){width:20%}
        .decisions td:nth-child(2){width:44%}.changes td:nth-child(2){width:50%}
        .decisions td:nth-child(4),.changes td:nth-child(4){white-space:nowrap}
        @media screen and (max-width:560px){
        .agenda th:nth-child(3),.agenda td:nth-child(3){display:none}
        .agenda td:nth-child(2){white-space:normal}
        .folds thead{display:none}
        .folds tr{display:block;padding:6px 0;border-bottom:1px solid #d1d1d1}
        .folds td{display:block;border:0;padding:1px 0;width:auto!important}
        .folds td:nth-child(n+3)::before{content:attr(data-head) ": ";color:#616161;font-weight:400}
        .folds td:first-child{float:left;padding-right:8px}
        .folds td:empty{display:none}}
        @media screen and (prefers-color-scheme:dark){body{background:#1f1f1f;color:#f0f0f0}.plant,.more,footer{color:#adadad}.warn{color:#ff99a4}.stands td:first-child,.stands td[data-head=Status],.stands td[data-head=State]{color:#ff99a4}h2,th,td,.folds tr{border-color:#525252}.folds td:nth-child(n+3)::before{color:#adadad}}
        @media print{body{font-size:10pt;padding:0;max-width:none}}
        """;
}
