using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>The parts of examples that the source does not show.</summary>
internal static class DesignedParts
{
    private const string UpdateOfADuplicate = """
        {
          "BibRecordID": 1331401, "IsTemplate": false, "IsNewRecord": false,
          "DisplayInPAC": true, "DoNotOverlay": false, "RecordOwnerID": 1, "RecordStatusID": 1,
          "MARC21Collection": { "records": [ {
            "id": 0,
            "leader": "00000nam a2200000 a 4500",
            "controlfields": [
              { "tag": "001", "data": "1331401", "position": 1 }, { "tag": "003", "data": "PolarisTest", "position": 2 } ],
            "datafields": [
              { "tag": "100", "ind1": "1", "ind2": " ", "position": 3,
                "subfields": [ { "code": "a", "data": "Trembath, Don," }, { "code": "d", "data": "1963-" } ] },
              { "tag": "245", "ind1": "1", "ind2": "0", "position": 4,
                "subfields": [ { "code": "a", "data": "Frog Face and the three boys" } ] } ] } ] }
        }
        """;

    /// <summary>The body of a request; <see langword="null"/> for an example whose source shows all of it.</summary>
    public static JsonNode? Body(string example) => example switch
    {
        // A client cannot send the malformed JSON of the source.
        "Folio/create-400" => Example.Read("Folio/create-201").SentBody,
        "Folio/put-400" => Example.Read("Folio/put-204").SentBody,
        "Polaris/authority-duplicates-prompt-142" => Example.Read("Polaris/authority-add-200").SentBody,
        "Polaris/authority-linked-records-prompt-145" => Example.Read("Polaris/authority-update-200").SentBody,
        "Polaris/authority-marc-validation-prompt-143" => WithShortLeader(Example.Read("Polaris/authority-update-200").SentBody!),
        "Polaris/bib-duplicates-prompt-87" => JsonNode.Parse(WorkflowJson.Start(13, 12, UpdateOfADuplicate)),
        "Polaris/bib-errors-prompt-148" => JsonNode.Parse(WorkflowJson.Reply(
            87, 2, """{ "WorkflowReplyExtensionType": 18, "Data": { "RecordToMaintainID": 0, "RecordIDs": [1331392] } }""")),
        _ => null,
    };

    /// <summary>The answer to a reply: the source shows none.</summary>
    public static Answer Answer(string example, string path)
    {
        var guid = Guid.Parse(path.Split('/')[1]);
        return example.StartsWith("Polaris/bib-", StringComparison.Ordinal)
            ? WorkflowJson.Ended(13, guid, "The bibliographic record has been updated.")
            : WorkflowJson.Ended(35, guid, "The authority record has been updated.");
    }

    private static JsonNode WithShortLeader(JsonNode body)
    {
        JsonNode record = body["RequestExtension"]!["Data"]!["MARC21Collection"]!["records"]![0]!;
        record["leader"] = record["leader"]!.GetValue<string>()[..^1];
        return body;
    }
}
