using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

/// <summary>Speaks to the fake without the SDK: what it gets is what is on the wire.</summary>
internal sealed class RawClient(FakePolaris fake, int workstationId = 1242) : IDisposable
{
    private readonly HttpClient _http =
        new(fake.CreateHandler()) { BaseAddress = FakePolaris.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };

    public string? Authorization { get; set; }

    public string Context => $"Polaris.ApplicationServices/api/v1/eng/20/polaris/3/{workstationId}/";

    public static string Basic(string credentials) =>
        $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials))}";

    public Task<RawClient> SignInAsync(bool otherCasing) => SignInAsync(options: new() { PropertyNameCaseInsensitive = otherCasing });

    public async Task<RawClient> SignInAsync(
        string credentials = @"MYLIB\cataloger:opensesame", JsonNodeOptions options = default)
    {
        using HttpResponseMessage response = await SignInOnlyAsync(credentials);
        JsonNode token = JsonNode.Parse(await response.Content.ReadAsStringAsync(), options)!;
        Authorization = $"PAS polaris:{token["AccessToken"]}:{token["AccessSecret"]}";
        return this;
    }

    public async Task<HttpResponseMessage> SignInOnlyAsync(string credentials)
    {
        using HttpRequestMessage request =
            new(HttpMethod.Post, "Polaris.ApplicationServices/api/v1/eng/20/authentication/staffuser");
        request.Headers.TryAddWithoutValidation("Authorization", Basic(credentials));
        request.Content = new ByteArrayContent([]);
        return await _http.SendAsync(request);
    }

    public async Task<(int Status, JsonNode? Body)> JsonAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using HttpResponseMessage response =
            await SendAsync(method, path, body is null ? null : JsonContent(body.ToJsonString()));
        string text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(int Status, JsonNode? Body)> GetAsync(string path) => JsonAsync(HttpMethod.Get, path);

    public Task<(int Status, JsonNode? Body)> PostAsync(string path, JsonNode body) =>
        JsonAsync(HttpMethod.Post, path, body);

    public Task<(int Status, JsonNode? Body)> PutAsync(string path, JsonNode body) =>
        JsonAsync(HttpMethod.Put, path, body);

    public Task<(int Status, JsonNode? Body)> DeleteAsync(string path) => JsonAsync(HttpMethod.Delete, path);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
    {
        using HttpRequestMessage request =
            new(method, path.StartsWith('/') ? path : Context + path) { Content = content };
        if (Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        }

        return await _http.SendAsync(request, cancellationToken);
    }

    public static StringContent JsonContent(string json) =>
        new(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    public void Dispose() => _http.Dispose();
}
