using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>The stubs and the fake answer the same calls alike, and the client understands both alike.</summary>
[TestFixture]
public sealed class AgreementTests : FolioContractTest
{
    [TestCaseSource(typeof(AgreementCase), nameof(AgreementCase.All))]
    public async Task Call_OfTheTable_HasTheSameOutcomeWithStubAndFake(AgreementCase agreed)
    {
        ArgumentNullException.ThrowIfNull(agreed);
        On(agreed.Request, agreed.Body).Answers(agreed.Answer);
        var fake = new FakeFolio(new FakeFolioOptions { ChecksReferences = true, Release = agreed.Release });
        agreed.Arrange(fake.Tenant(FakeFolio.DefaultTenant));
        using LastAnswer network = new(fake.CreateHandler());
        var options = new FolioClientOptions();
        fake.Configure(options);
        await using var client = FolioClient.Create(options, network);

        Exception? withStub = await OutcomeAsync(() => agreed.Call(CreateClient()));
        Exception? withFake = await OutcomeAsync(() => agreed.Call(client));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(withStub?.GetType(), Is.EqualTo(agreed.Throws), withStub?.Message);
            Assert.That(withFake?.GetType(), Is.EqualTo(agreed.Throws), withFake?.Message);
            Assert.That(network.Status, Is.EqualTo(agreed.Answer.Status));
            Assert.That(Normal(network.Body), Is.EqualTo(Normal(agreed.Answer.Body)));
            Assert.That(FactsOf(withFake), Is.EqualTo(FactsOf(withStub)));
        }
    }

    private static async Task<Exception?> OutcomeAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (PolarisClientException exception)
        {
            return exception;
        }
    }

    private static string FactsOf(Exception? exception) => exception switch
    {
        VersionConflictException conflict => $"{conflict.StoredVersion} {conflict.SentVersion}",
        AlreadyExistsException taken => $"{taken.Member} {taken.Value}",
        RecordInUseException used => $"{used.ReferencedFrom}",
        RequestFailedException failed => $"{failed.ServerMessage} {failed.Route}",
        _ => "",
    };

    private static string Normal(string body) => body.StartsWith('{') ? JsonNode.Parse(body)!.ToJsonString() : body;

    /// <summary>Keeps the first answer to a request that is neither a sign-in nor a look-up.</summary>
    private sealed class LastAnswer(HttpMessageHandler fake) : DelegatingHandler(fake)
    {
        public int Status { get; private set; }

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (Status == 0 && !request.RequestUri!.AbsolutePath.StartsWith("/authn/", StringComparison.Ordinal))
            {
                Status = (int)response.StatusCode;
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                Body = await response.Content.ReadAsStringAsync(cancellationToken);
            }

            return response;
        }
    }
}
