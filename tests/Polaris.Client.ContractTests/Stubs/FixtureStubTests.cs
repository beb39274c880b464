using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Stubs;

[TestFixture]
public sealed class FixtureStubTests : StubTest
{
    [Test]
    public void Names_OfFixtures_HaveEachTheirStubAndNoOther()
    {
        string[] systems = ["Polaris", "Folio"];

        IEnumerable<string> stubs = MappingFile.Names.Where(name => systems.Contains(name.Split('/')[0]));

        Assert.That(stubs, Is.EqualTo(FixtureFile.Names));
        Assert.That(FixtureFile.Names, Has.Count.EqualTo(38));
    }

    [TestCaseSource(typeof(FixtureFile), nameof(FixtureFile.Names))]
    public async Task Stub_DocumentedRequest_AnswersAsDocumented(string name)
    {
        FixtureFile fixture = FixtureFile.Read(name);
        JsonObject stub = MappingFile.Read(name).Stubs.Single();
        await Server.LoadAsync(name);

        RawRequest request = RawRequest.Of(fixture, stub);
        using HttpResponseMessage answer = await SendAsync(request);

        (await Server.ReadJournalAsync()).AssertRequests($"{request.Method} {request.Url}");
        if (fixture.HasAnswer) await AssertAnswerAsync(fixture, answer);
        else Assert.That((int)answer.StatusCode, Is.EqualTo(200));
    }

    [TestCaseSource(typeof(FixtureFile), nameof(FixtureFile.Names))]
    public async Task Stub_AlteredRequest_IsNotMatched(string name)
    {
        RawRequest right = RawRequest.Of(FixtureFile.Read(name), MappingFile.Read(name).Stubs.Single());
        await Server.LoadAsync(name);

        Assert.That(await OverlookedMistakesAsync(right), Is.Empty);
    }

    private static async Task AssertAnswerAsync(FixtureFile fixture, HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        Assert.That((int)answer.StatusCode, Is.EqualTo(fixture.Status));
        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo(fixture.ContentType));
        if (fixture.ContentType == "application/json") JsonAssert.AreEqual(fixture.AnswerBody, JsonNode.Parse(text));
        else Assert.That(text, Is.EqualTo(fixture.AnswerBody?.GetValue<string>() ?? ""));
    }
}
