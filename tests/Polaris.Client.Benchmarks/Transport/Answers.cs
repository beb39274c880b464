using System.Text;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>What the server answers: the same bytes to every way of calling it.</summary>
internal static class Answers
{
    /// <summary>Some 200 bytes; the date has no offset, as in the vendor's sample.</summary>
    public static readonly byte[] Lock = Encoding.UTF8.GetBytes(
        """
        {"ExistingLock":false,"ObjectTypeID":2,"ObjectID":1126739,"PolarisUserID":1,"WorkstationID":1242,"LockDate":"2013-04-03T09:06:33.367","LockExistsInDatabase":true}
        """);

    /// <summary>Some 1,000 bytes: a bibliographic record was to be hidden, and the server asks whether that is meant.</summary>
    public static readonly byte[] Prompt = Encoding.UTF8.GetBytes(
        """
        {"WorkflowRequestGuid":"7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f","WorkflowRequestType":13,"WorkflowStatus":-3,"Prompt":{"WorkflowPromptID":66,"Name":null,"Description":null,"WorkflowPromptType":1,"WorkflowPromptOptions":6,"DefaultPromptOption":5,"Title":"Display in PAC","Message":"This record will no longer display in the online catalog. Do you want to continue saving ?","AlternateMessage":"","AlternateYesText":"","AlternateNoText":"","AlternateCancelText":"","AlternateContinueText":"","PromptExtension":null},"InformationMessages":[{"Type":1,"Title":"Bibliographic record 1126739","Message":"The bibliographic record has 3 linked items, which will not be displayed either."},{"Type":2,"Title":"Bibliographic record 1126739","Message":"The bibliographic record has 1 hold request, which stays in its queue."}],"AnswerExtension":null,"CircTranType":0,"ReceiptType":0,"ReceiptUrl":"","FineEReceiptSent":false}
        """);

    /// <summary>The end of the same workflow.</summary>
    public static readonly byte[] Saved = Encoding.UTF8.GetBytes(
        """
        {"WorkflowRequestGuid":"7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f","WorkflowRequestType":13,"WorkflowStatus":1,"Prompt":null,"InformationMessages":[{"Type":1,"Title":"","Message":"The bibliographic record has been updated."}],"AnswerExtension":null,"CircTranType":0,"ReceiptType":0,"ReceiptUrl":"","FineEReceiptSent":false}
        """);

    /// <summary>The answer to a request of Polaris.</summary>
    public static byte[] Of(string method, string path) => method switch
    {
        "PUT" => Saved,
        _ when path.EndsWith("/workflow", StringComparison.Ordinal) => Prompt,
        _ => Lock,
    };
}
