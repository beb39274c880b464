using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client.Testing;
using PromptInBrowser;

namespace Polaris.Client.SampleTests.Samples.Browser;

/// <summary>The app on a port of its own, and a visitor who reads its pages and submits their forms.</summary>
internal sealed partial class WebApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private WebApp(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public SaveStore Store => _app.Services.GetRequiredService<SaveStore>();

    public Caretaker Caretaker => _app.Services.GetRequiredService<Caretaker>();

    public static async Task<WebApp> StartAsync(FakePolaris fake, string folder, params string[] settings)
    {
        var app = BrowserApp.Create(["--urls", "http://127.0.0.1:0", "--DataFolder", folder, "--Logging:LogLevel:Default", "None", .. settings], fake);
        await app.StartAsync();
        return new WebApp(app);
    }

    public Task<Shown> GetAsync(string path) => ReadAsync(_http.GetAsync(new Uri(Address, path)));

    /// <summary>Submits a form of a page with its hidden fields.</summary>
    public Task<Shown> SubmitAsync(Shown page, string action, params (string Name, object Value)[] fields)
    {
        var form = page.Forms.Single(form => form.Action == action || form.Action.EndsWith("/" + action, StringComparison.Ordinal));
        return PostAsync(form.Action, form.Hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, $"{field.Value}"))));
    }

    public async Task<Shown> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(_http.PostAsync(new Uri(Address, path), content));
    }

    /// <summary>Starts the save that hides a record.</summary>
    public async Task<Shown> HideAsync(int id) => await SubmitAsync(await GetAsync("/"), "/saves/header", ("recordId", id), ("show", "false"));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<Shown> ReadAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        var html = await response.Content.ReadAsStringAsync();
        var forms = Form().Matches(html).Select(form => new ShownForm(
            form.Groups["action"].Value,
            [.. Hidden().Matches(form.Groups["body"].Value).Select(field => KeyValuePair.Create(
                field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)))]));
        return new Shown(response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath, html, [.. forms]);
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]+)\".*?>(?<body>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A page as the server sent it.</summary>
internal sealed record Shown(HttpStatusCode Status, string Path, string Html, IReadOnlyList<ShownForm> Forms)
{
    public string Text => WebUtility.HtmlDecode(Html);

    public string Id => Path.Split('/')[2];
}

internal sealed record ShownForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Hidden);
