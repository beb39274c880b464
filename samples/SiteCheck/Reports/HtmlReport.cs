using System.Globalization;
using System.Net;
using System.Text;

namespace SiteCheck;

/// <summary>The report as one HTML page, without scripts and without anything that is loaded from elsewhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}
        td:first-child{white-space:nowrap;font-weight:600}.ok{color:#14692b}.differs{color:#8a4b00}.not-permitted{color:#5b3a9e}.failed{color:#b00020}
        ul{margin:.3rem 0;padding-left:1.2rem}pre{background:#f5f5f5;padding:.8rem;overflow:auto}
        """;

    public static string Write(SiteReport report)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>Site check</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>Site check</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{report.Made:yyyy-MM-dd HH:mm} UTC, Polaris.Client {SiteReport.LibraryVersion}</p>\n");
        if (report.Settings().Count > 0)
        {
            page.Append("<h2>Options to set</h2>\n<pre>").Append(Encode(report.Settings().ToJsonString(new() { WriteIndented = true }))).Append("</pre>\n");
        }

        foreach (var system in report.Systems)
        {
            Append(page, system);
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, SystemCheck system)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Encode(system.Name)}</h2>\n<table>\n<thead><tr><th>Result</th><th>Check</th><th>Found</th></tr></thead>\n<tbody>\n");
        foreach (var finding in system.Findings)
        {
            var word = Finding.Word(finding.Result);
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"{word.Replace(' ', '-')}\">{word}</td><td>{Encode(finding.Check)}</td><td>{Encode(finding.Found)}");
            List(page, finding.Settings.Select(setting => setting.ToString()));
            page.Append("</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
        Section(page, "After the writing checks", system.Proof);
        Section(page, "Not checked", system.NotChecked.Select(one => $"{one.Check}: {one.Reason}"));
    }

    private static void Section(StringBuilder page, string title, IEnumerable<string> lines)
    {
        if (lines.Any())
        {
            page.Append(CultureInfo.InvariantCulture, $"<h3>{title}</h3>\n");
            List(page, lines);
        }
    }

    private static void List(StringBuilder page, IEnumerable<string> lines)
    {
        if (lines.Any())
        {
            page.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Encode(line)}</li>")).Append("</ul>\n");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
