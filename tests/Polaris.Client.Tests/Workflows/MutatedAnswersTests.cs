using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Every documented answer, with one property changed at a time.</summary>
public sealed class MutatedAnswersTests
{
    private static readonly string[] Oddities = ["null", "\"7\"", "7", "\"odd\"", "true", "99999999999", "[]", "[null]", "{}"];

    private static IEnumerable<string> Fixtures => PolarisFixture.WorkflowNames.Where(name => PolarisFixture.ResponseBody(name) is JsonObject);

    [TestCaseSource(nameof(Fixtures))]
    public async Task RunAsync_AnyPropertyOdd_GivesAResultOrAnExceptionOfTheFamily(string name)
    {
        foreach (var json in Mutations(PolarisFixture.ResponseBody(name)!))
        {
            try
            {
                await RunAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 }, json);
            }
            catch (PolarisClientException)
            {
                // A result that cannot be used must be an exception of the family.
            }
            catch (Exception exception)
            {
                Assert.Fail($"{exception.GetType().Name}: {exception.Message} for {json}");
            }
        }
    }

    [Test]
    public async Task RunAsync_AnyPropertyOfADeletionOdd_IsCompletedOnlyIfDeletedRecordsAreNamed()
    {
        var answer = JsonNode.Parse(
            """
            {"WorkflowRequestGuid":"00000000-0000-0000-0000-000000000000","WorkflowRequestType":10,"WorkflowStatus":1,"Prompt":null,
             "InformationMessages":[{"Type":1,"Title":"","Message":"done"}],
             "AnswerExtension":{"WorkflowAnswerExtensionType":6,"Data":{"RecordSetID":1,"DeletedRecordIDs":[5],"BlockedRecordIDs":[]}}}
            """)!;
        foreach (var json in Mutations(answer))
        {
            try
            {
                var result = await RunAsync(new DeleteItemRecords { ItemRecordIds = [5] }, json);
                if (result.Outcome == WorkflowOutcome.Completed)
                {
                    Assert.That(result.Answer!.DeletedRecordIds, Is.Not.Empty, json);
                    Assert.That(result.Answer.BlockedRecordIds, Is.Empty, json);
                }
            }
            catch (PolarisClientException)
            {
                // As above.
            }
        }
    }

    private static async Task<WorkflowResult<T>> RunAsync<T>(WorkflowRequest<T> request, string json)
        where T : class
    {
        var server = new ScriptedServer().Then(200, json).Always(_ => Answers.Json("""{"WorkflowStatus":3}""", 200));
        using var polaris = TestClient.Create(server);
        return await polaris.Workflows.RunAsync(request, new PromptHandlers());
    }

    private static IEnumerable<string> Mutations(JsonNode answer)
    {
        for (var place = 0; place < PlacesIn(answer).Count; place++)
        {
            foreach (var oddity in Oddities)
            {
                yield return Changed(answer, place, (holder, name) => holder[name] = JsonNode.Parse(oddity));
            }

            yield return Changed(answer, place, (holder, name) => holder.Remove(name));
            yield return Changed(answer, place, (holder, name) =>
            {
                var value = holder[name]?.DeepClone();
                holder.Remove(name);
                holder[char.ToLowerInvariant(name[0]) + name[1..]] = value;
            });
        }
    }

    private static string Changed(JsonNode answer, int place, Action<JsonObject, string> change)
    {
        var copy = answer.DeepClone();
        var (holder, name) = PlacesIn(copy)[place];
        change(holder, name);
        return copy.ToJsonString();
    }

    private static List<(JsonObject Holder, string Name)> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject json => [.. json.SelectMany(member => PlacesIn(member.Value).Prepend((json, member.Key)))],
        JsonArray array => [.. array.SelectMany(PlacesIn)],
        _ => [],
    };
}
