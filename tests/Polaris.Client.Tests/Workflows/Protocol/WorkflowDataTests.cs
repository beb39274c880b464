using System.Text.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Protocol;

public sealed class WorkflowDataTests
{
    [Test]
    public void From_TypedValue_IsWrittenThroughItsOwnMetadata()
    {
        ObjectReference value = new(ObjectType.Patron, 29937);
        WorkflowRequestMessage request = new()
        {
            RequestExtension = new() { Data = WorkflowData.From(value, ObjectLocksJson.Default.ObjectReference) },
        };

        string json = JsonSerializer.Serialize(request, WorkflowsJson.Default.WorkflowRequestMessage);

        const string expected = """
            {"WorkflowRequestType":0,"TxnBranchID":0,"TxnUserID":0,"TxnWorkstationID":0,"WorkflowReplies":null,"RequestExtension":{"WorkflowRequestExtensionType":0,"Data":{"ObjectTypeID":27,"ObjectID":29937}}}
            """;
        Assert.That(json, Is.EqualTo(expected));
    }

    [Test]
    public void From_JsonElement_OutlivesItsDocument()
    {
        WorkflowData data;
        using (JsonDocument document = JsonDocument.Parse("""{"ObjectTypeID":1,"ObjectID":2}"""))
        {
            data = WorkflowData.From(document.RootElement);
        }

        Assert.That(data.To(ObjectLocksJson.Default.ObjectReference), Is.EqualTo(new ObjectReference(ObjectType.AuthorityRecord, 2)));
    }

    [Test]
    public void To_TypedValue_ReadsWhatWouldBeSent()
    {
        WorkflowData data = WorkflowData.From(new ObjectReference(ObjectType.Patron, 1), ObjectLocksJson.Default.ObjectReference);

        Assert.That(data.ToElement().GetRawText(), Is.EqualTo("""{"ObjectTypeID":27,"ObjectID":1}"""));
    }

    [Test]
    public void From_WithoutMetadata_Throws() =>
        Assert.That(() => WorkflowData.From(1, null!), Throws.ArgumentNullException);
}
