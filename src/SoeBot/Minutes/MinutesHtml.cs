using System.Text;
using SoeBot.Cards;
using SoeBot.Pages;

namespace SoeBot.Minutes;

/// <summary>Minutes as a page for a printer: one document without scripts or addresses of anything, A4. All text is encoded.</summary>
internal static class MinutesHtml
{
    /// <param name="minutes">Without customers and money.</param>
    /// <param name="markdown">Address of the same as a file, relative to the page.</param>
    public static string Write(MinutesDocument minutes, string markdown)
    {
        var page = HtmlPage.Begin($"{minutes.Title} - {minutes.Plant}", Style);
        Add(page, $"<header><p class=\"plant\">{Plain(minutes.Plant)}</p><h1{(minutes.Decisions.Count == 0 ? " class=\"none\"" : "")}>{Plain(minutes.Title)}</h1><p>{Plain(minutes.Held)}</p></header><main>");
        if (minutes.Decisions.Count > 0)
        {
            page.Append("<section><h2>Decisions</h2><table><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">What</th><th scope=\"col\">Owner</th><th scope=\"col\">Due</th><th scope=\"col\">About</th></tr></thead><tbody>");
            foreach (var one in minutes.Decisions)
                Add(page, $"<tr{(one.IsIncomplete ? " class=\"incomplete\"" : "")}><th scope=\"row\">{Plain(one.Name)}</th><td>{Plain(one.Text)}</td><td>{Plain(one.Owner)}</td><td class=\"day\">{Plain(one.Due)}</td><td>{Plain(one.AboutAndWithout)}</td></tr>");
            page.Append("</tbody></table></section>");
        }
        page.Append("<section><h2>Meeting</h2><dl>");
        foreach (var (label, value) in minutes.Facts) Add(page, $"<dt>{Plain(label)}</dt><dd>{Plain(value)}</dd>");
        page.Append("</dl></section>");
        if (minutes.Numbers.Count > 0)
        {
            page.Append("<section><h2>Numbers of that moment</h2><ul class=\"numbers\">");
            foreach (var number in minutes.Numbers)
                Add(page, $"<li><strong>{Plain(number.Name)}: {Plain(number.Value)}</strong>{(number.Counts.Length > 0 ? $" {Plain(number.Counts)}" : "")}<small>{Plain(DataLine.Capital(number.Definition, 400))}. {Plain(DataLine.Capital(number.Origin, 200))}.</small></li>");
            page.Append("</ul></section>");
        }
        Section(page, "Orders at risk", minutes.Reviews);
        Section(page, "Steps", minutes.Steps);
        Section(page, "Parked for S&OP", minutes.Parked);
        Add(page, $"</main><footer><p>Taken when the meeting closed, and not changed since. Customers and amounts are left out.</p><p class=\"screen\"><a href=\"{Plain(markdown)}\" download>Download as markdown</a></p></footer></body></html>");
        return page.ToString();
    }

    /// <summary>For an address that never was or works no more: both look alike.</summary>
    public static string Gone()
    {
        var page = HtmlPage.Begin("No minutes here", Style);
        return page.Append("<main><h1>No minutes here</h1><p>This link is not known, or somebody revoked it. Ask in the plant's channel for a new one: <b>minutes link</b>.</p></main></body></html>").ToString();
    }

    private static void Section(StringBuilder page, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        Add(page, $"<section><h2>{Plain(title)}</h2><ul>");
        foreach (var line in lines) Add(page, $"<li>{Plain(line)}</li>");
        page.Append("</ul></section>");
    }

    private static void Add(StringBuilder page, string html) => page.Append(html);

    private static string Plain(string text) => HtmlPage.Plain(text);

    private const string Style = """
        @page{size:A4;margin:15mm}
        *{box-sizing:border-box}
        body{font:15px/1.45 "Segoe UI",system-ui,sans-serif;color:#242424;background:#fff;max-width:200mm;margin:0 auto;padding:16px;overflow-wrap:anywhere}
        .plant{margin:0;color:#616161}
        h1{font-size:26px;line-height:1.2;margin:2px 0 6px}
        h1.none{color:#b10e1c}
        h2{font-size:17px;margin:22px 0 6px;border-bottom:1px solid #d1d1d1;padding-bottom:3px}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:5px 10px 5px 0;border-bottom:1px solid #e6e6e6;font-weight:400}
        thead th,tbody th{font-weight:600;white-space:nowrap}
        .day{white-space:nowrap}
        .incomplete td,.incomplete th{color:#b10e1c}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:3px 14px;margin:0}
        dt{font-weight:600}dd{margin:0}
        ul{padding-left:20px;margin:0}
        .numbers{list-style:none;padding:0}.numbers li{margin-bottom:8px;break-inside:avoid}
        small{display:block;color:#616161}
        footer{margin-top:24px;color:#616161;font-size:13px}
        tr{break-inside:avoid}h2{break-after:avoid}
        @media (max-width:560px){thead{display:none}tr{display:block;padding:6px 0;border-bottom:1px solid #e6e6e6}tbody th,td{display:inline;border:0;padding:0 6px 0 0}td:nth-child(2){display:block}dl{grid-template-columns:1fr}dd{margin-bottom:6px}}
        @media print{body{font-size:11pt;padding:0;max-width:none}.screen{display:none}a{color:inherit}}
        """;
}
