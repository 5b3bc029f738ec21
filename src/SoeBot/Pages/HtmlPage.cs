using System.Net;
using System.Text;

namespace SoeBot.Pages;

/// <summary>What all pages share: one document without scripts or addresses of anything, all text encoded.</summary>
internal static class HtmlPage
{
    public static StringBuilder Begin(string title, string style) => new StringBuilder()
        .Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex, nofollow\"><title>")
        .Append(Plain(title)).Append("</title><style>").Append(style).Append("</style></head><body>");

    public static string Plain(string text) => WebUtility.HtmlEncode(text);
}
