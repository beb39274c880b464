using System.Text;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

/// <summary>Speaks to a fake with nothing but HttpClient, so that the fake is tested apart from the library.</summary>
internal sealed class FolioRawClient(FakeFolio fake) : IDisposable
{
    private readonly HttpClient _http = new(fake.CreateHandler()) { BaseAddress = fake.Options.BaseAddress };

    public string? Tenant { get; set; } = FakeFolio.DefaultTenant;

    public string? Token { get; set; }

    public string Accept { get; set; } = "application/json, text/plain";

    public static async Task<FolioRawClient> SignedInAsync(FakeFolio fake)
    {
        var client = new FolioRawClient(fake);
        client.Token = (await client.LogInAsync()).CookieValue("folioAccessToken");
        return client;
    }

    public Task<FolioRawAnswer> LogInAsync(string username = "diku_admin", string password = "admin", string path = "authn/login-with-expiry") =>
        SendAsync("POST", path, $$"""{"username":"{{username}}","password":"{{password}}"}""");

    public Task<FolioRawAnswer> RefreshAsync(string refreshToken) =>
        SendAsync("POST", "authn/refresh", headers: ("Cookie", "folioRefreshToken=" + refreshToken));

    public Task<FolioRawAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<FolioRawAnswer> QueryAsync(string query, string more = "") =>
        GetAsync($"holdings-sources?query={Uri.EscapeDataString(query)}{more}");

    public Task<FolioRawAnswer> SendAsync(
        string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, path, body, "application/json", headers);

    public async Task<FolioRawAnswer> SendAsync(
        string method, string path, string? body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            request.Content?.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach ((string name, string? value) in
            headers.Concat([("X-Okapi-Tenant", Tenant!), ("X-Okapi-Token", Token!), ("Accept", Accept)]))
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using HttpResponseMessage response = await _http.SendAsync(request);
        return new FolioRawAnswer(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(),
            response.Headers.SelectMany(header => header.Value, (header, value) => (header.Key, value))
                .ToLookup(pair => pair.Key, pair => pair.value, StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => _http.Dispose();
}
