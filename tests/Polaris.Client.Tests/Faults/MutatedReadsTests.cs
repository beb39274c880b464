using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Faults;

/// <summary>
/// Every answer to a read of Polaris, with one value odd at a time. What cannot be read is visible in the result, is unknown as if the
/// server had sent null, or is an exception. A new method that reads joins by itself.
/// </summary>
[Category("Faults")]
internal sealed class MutatedReadsTests
{
    private FakePolaris _fake = null!;

    private static IEnumerable<TestCaseData> Reads => typeof(PolarisClient).GetProperties()
        .Where(property => property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal))
        .SelectMany(property => AnyArguments.ReadsOf(property.PropertyType)
            .Select(method => new TestCaseData(property, method).SetArgDisplayNames($"{property.Name}.{method.Name}")));

    [SetUp]
    public void SetUp()
    {
        _fake = new FakePolaris()
            .WithBib(AnyArguments.Id, marc: new MarcRecord().Control("001", "5").Field("245", '1', '0', ('a', "Frogs")))
            .WithAuthority(AnyArguments.Id, "Frogs")
            .WithItem(AnyArguments.Id, AnyArguments.Text, AnyArguments.Id)
            .WithPatron(AnyArguments.Id, AnyArguments.Text, "HeldItemBlock")
            .WithHold(AnyArguments.Id, AnyArguments.Id, AnyArguments.Id, AnyArguments.Id)
            .With(new FakeRecordSet { Id = AnyArguments.Id, RecordIds = [AnyArguments.Id] })
            .WithRecord("settings", new() { ["Mnemonic"] = AnyArguments.Text, ["Value"] = "true" });
        _fake.LockAs("someone", 99, (ObjectType)AnyArguments.Id, AnyArguments.Id);
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Read_AnyValueOdd_GivesAResultOrAnExceptionOfTheFamily(PropertyInfo property, MethodInfo method)
    {
        var network = new OneAnswerChanged(_fake.CreateHandler());
        var options = new PolarisClientOptions();
        _fake.Configure(options);
        await using var polaris = PolarisClient.Create(options, network, time: new ManualTimeProvider { SkipsDelays = true });
        await AnyArguments.InvokeAsync(method, property.GetValue(polaris)!);
        Assert.That(network.Answers, Is.Not.Empty);

        foreach (var (resource, body) in network.Answers.ToList())
        {
            foreach (var mutation in AnswerMutations.Of(JsonNode.Parse(body)!))
            {
                network.Change(resource, mutation.Json);
                try
                {
                    var shown = Shown(await AnyArguments.InvokeAsync(method, property.GetValue(polaris)!));
                    if (mutation.IsOdd && !shown.Contains(AnswerMutations.Odd, StringComparison.Ordinal))
                    {
                        network.Change(resource, mutation.Unknown);
                        Assert.That(shown, Is.EqualTo(Shown(await AnyArguments.InvokeAsync(method, property.GetValue(polaris)!))), mutation.Json);
                    }
                }
                catch (PolarisClientException)
                {
                    // A result that cannot be used must be an exception of the family.
                }
            }
        }
    }

    private static string Shown(object? result) =>
        result is null ? "null" : result is MarcRecord marc ? marc.ToJson() : JsonSerializer.Serialize(result, result.GetType(), AnyArguments.Json);
}

/// <summary>A network that keeps the answers and replaces one of them on demand.</summary>
internal sealed class OneAnswerChanged(HttpMessageHandler network) : DelegatingHandler(network)
{
    private string? _resource;
    private string _json = "";

    /// <summary>The successful answers as JSON, by their request; sign-ins are not among them.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public void Change(string resource, string json) => (_resource, _json) = (resource, json);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var resource = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        if (resource == _resource)
        {
            return new HttpResponseMessage { Content = new StringContent(_json, Encoding.UTF8, "application/json"), RequestMessage = request };
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (_resource is null && response.IsSuccessStatusCode && !resource.Contains("authentication", StringComparison.Ordinal))
        {
            Answers[resource] = await response.Content.ReadAsStringAsync(cancellationToken);
        }

        return response;
    }
}
