using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio;
using Polaris.Client.Tests.Faults;

namespace Polaris.Client.Tests.Folio;

/// <summary>
/// Every documented answer of FOLIO and the records of every resource, with one value odd at a time. New examples and new resources
/// join by themselves.
/// </summary>
[Category("Faults")]
public sealed class MutatedAnswersTests
{
    private static readonly JsonSerializerOptions Json = new(FolioJsonOptions.Create())
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(FolioJsonOptions.Create().TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
    };

    private static IEnumerable<string> Examples => FolioFixture.Names;

    private static IEnumerable<TestCaseData> Resources => typeof(FolioClient).GetProperties()
        .Where(property => RecordOf(property.PropertyType) is not null)
        .Select(property => new TestCaseData(property).SetArgDisplayNames(property.Name));

    [TestCaseSource(nameof(Examples))]
    public async Task Call_AnyValueOfADocumentedAnswerOdd_GivesAResultOrAnExceptionOfTheFamily(string name)
    {
        var fixture = FolioFixture.Read(name);
        using var answer = fixture.Answer();
        var text = await answer.Content.ReadAsStringAsync();
        foreach (var (json, _) in AnswerMutations.Of(fixture.ResponseBody ?? JsonValue.Create(text)!))
        {
            using var gateway = new RecordingGateway();
            gateway.Always(sent => RecordingGateway.Body(json, answer.Content.Headers.ContentType?.MediaType ?? "application/json", answer.StatusCode));
            await using var folio = gateway.CreateClient();
            try
            {
                await CallAsync(folio.HoldingsSources, fixture);
                Assert.That((int)answer.StatusCode, Is.LessThan(400), json);
            }
            catch (PolarisClientException)
            {
                // A result that cannot be used must be an exception of the family.
            }
        }
    }

    [TestCaseSource(nameof(Resources))]
    public async Task Get_AnyValueOfARecordOdd_ShowsItOrNothingOrThrowsAnExceptionOfTheFamily(PropertyInfo resource)
    {
        var record = JsonSerializer.SerializeToNode(AnyArguments.Filled(RecordOf(resource.PropertyType)!), RecordOf(resource.PropertyType)!, Json)!;
        record["id"] = AnyArguments.Uuid.ToString();
        record["metadata"] = JsonNode.Parse("""{"createdDate":"2025-09-07T22:09:14.300+00:00","createdByUserId":"8081d707-610f-4b50-a28b-c36a6d25191b"}""");
        var json = "";
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json(json));
        await using var folio = gateway.CreateClient();
        var client = resource.GetValue(folio)!;
        var get = resource.PropertyType.GetMethod("GetAsync", [typeof(Guid), typeof(CancellationToken)])!;
        foreach (var mutation in AnswerMutations.Of(record))
        {
            json = mutation.Json;
            try
            {
                var found = (FolioRecord)(await AnyArguments.InvokeAsync(get, client))!;
                Assert.That(found.Id, Is.EqualTo(AnyArguments.Uuid), json);
                if (mutation.IsOdd && !Shown(found).Contains(AnswerMutations.Odd, StringComparison.Ordinal))
                {
                    json = mutation.Unknown;
                    Assert.That(Shown(found), Is.EqualTo(Shown((await AnyArguments.InvokeAsync(get, client))!)), mutation.Json);
                }
            }
            catch (PolarisClientException)
            {
                // As above.
            }
        }
    }

    [Test]
    public async Task SignIn_AnyValueOdd_SignsInByItsCookies()
    {
        var signIn = JsonNode.Parse("""{"accessTokenExpiration":"2026-03-01T12:10:00Z","refreshTokenExpiration":"2026-03-08T12:00:00Z"}""")!;
        foreach (var (json, _) in AnswerMutations.Of(signIn))
        {
            using var gateway = new RecordingGateway();
            gateway.SignInAnswer = sent =>
            {
                var answer = RecordingGateway.Json(json, HttpStatusCode.Created);
                answer.Headers.Add("Set-Cookie", "folioAccessToken=access; Max-Age=600; Path=/; Secure; HTTPOnly");
                return answer;
            };
            gateway.Always(_ => RecordingGateway.Json("""{"holdingsRecordsSources":[],"totalRecords":0}"""));
            await using var folio = gateway.CreateClient();
            try
            {
                await folio.HoldingsSources.ListAsync();
                Assert.That(gateway.Requests.Single().Header("X-Okapi-Token"), Is.EqualTo("access"), json);
            }
            catch (PolarisClientException)
            {
                Assert.That(gateway.Requests, Is.Empty, json);
            }
        }
    }

    private static string Shown(object record) => JsonSerializer.Serialize(record, record.GetType(), Json);

    private static Type? RecordOf(Type? client) =>
        client is null ? null
        : client.IsGenericType && client.GetGenericTypeDefinition() == typeof(RecordClient<>) ? client.GetGenericArguments()[0]
        : RecordOf(client.BaseType);

    private static async Task CallAsync(VocabularyClient<HoldingsSource> client, FolioFixture fixture)
    {
        var record = new HoldingsSource { Id = AnyArguments.Uuid, Name = "Annex", Source = HoldingsSourceOrigin.Local };
        switch (fixture.Line.Split(' ', '?', '/'))
        {
            case ["POST", ..]:
                Assert.That((await client.CreateAsync(record)).Id, Is.Not.EqualTo(Guid.Empty));
                break;
            case ["PUT", ..]:
                await client.UpdateAsync(record);
                break;
            case ["DELETE", ..]:
                await client.DeleteAsync(record.Id);
                break;
            case ["GET", "", "holdings-sources", var id, ..] when Guid.TryParse(id, out var uuid):
                Assert.That((await client.GetAsync(uuid)).Id, Is.EqualTo(uuid));
                break;
            default:
                Assert.That((await client.ListAsync()).Records, Is.Not.Null);
                break;
        }
    }
}
