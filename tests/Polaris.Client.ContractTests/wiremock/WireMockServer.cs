using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>A WireMock server that lives as long as the test run, driven through its admin API.</summary>
public sealed class WireMockServer : IAsyncDisposable
{
    private readonly WireMockProcess process;
    private readonly HttpClient admin;

    private WireMockServer(WireMockProcess process)
    {
        this.process = process;
        BaseAddress = new Uri($"http://{IPAddress.Loopback}:{process.Port}/");
        admin = new HttpClient { BaseAddress = new Uri(BaseAddress, "__admin/") };
    }

    /// <summary>Where the stubs answer, with a trailing slash.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a server on a free loopback port.</summary>
    /// <exception cref="WireMockMissingException">The machine lacks Node.js, Java or the npm package.</exception>
    public static async Task<WireMockServer> StartAsync(CancellationToken cancellationToken = default)
    {
        WireMockInstallation installation = await WireMockInstallation.FindAsync(cancellationToken);
        return new WireMockServer(await WireMockProcess.StartAsync(installation, cancellationToken));
    }

    /// <summary>Forgets all mappings, scenario states and journaled requests.</summary>
    public Task ResetAsync() => PostAsync("reset", new JsonObject());

    /// <summary>Adds mapping files, each by its name, such as <c>Polaris/lock-single-200</c>.</summary>
    public Task LoadAsync(params IEnumerable<string> names)
    {
        IEnumerable<JsonObject> stubs = names.SelectMany(name => MappingFile.Read(name).Stubs);
        return PostAsync("mappings/import", new JsonObject
        {
            ["mappings"] = new JsonArray([.. stubs.Select(stub => stub.DeepClone())]),
        });
    }

    /// <summary>Reads which requests the server has seen since the last reset.</summary>
    public async Task<RequestJournal> ReadJournalAsync()
    {
        JsonNode answer = JsonNode.Parse(await admin.GetStringAsync("requests"))!;
        return new RequestJournal(answer["requests"]!.AsArray());
    }

    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return process.DisposeAsync();
    }

    private async Task PostAsync(string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeNames.Application.Json);
        using HttpResponseMessage answer = await admin.PostAsync(path, content);
        if (answer.IsSuccessStatusCode) return;
        throw new InvalidOperationException(
            $"WireMock refused '{path}' with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
