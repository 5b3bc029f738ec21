namespace SoeBot.Pages;

/// <summary>Of every page: nothing from anywhere, nothing run, nothing told to where a reader goes next, kept by no cache.</summary>
internal static class PageHeaders
{
    private static readonly (string Name, string Value)[] All =
    [
        ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
        ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("X-Robots-Tag", "noindex, nofollow"), ("Cache-Control", "no-store"),
    ];

    public static void Set(HttpContext http)
    {
        foreach (var (name, value) in All) http.Response.Headers[name] = value;
    }
}
