using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Polaris.Client.Tests.Http;

/// <summary>Answers of a server, good and bad.</summary>
internal static class Answers
{
    public const string Token = "0123456789abcdef0123456789abcdef";
    public const string Secret = "fedcba9876543210";
    public const string IisPage = "<!DOCTYPE html><html><body><h2>404 - File or directory not found.</h2></body></html>";

    public static HttpResponseMessage Json(string? json, int status = 200) => new((HttpStatusCode)status)
    {
        Content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json"),
    };

    public static HttpResponseMessage Text(string text, int status = 200, string mediaType = "text/plain") => new((HttpStatusCode)status)
    {
        Content = new StringContent(text, Encoding.UTF8, mediaType),
    };

    public static HttpResponseMessage Html(int status = 200) => Text(IisPage, status, "text/html");

    public static HttpResponseMessage RetryAfter(int status, TimeSpan wait)
    {
        var response = Json(null, status);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    public static HttpResponseMessage RetryAfter(int status, DateTimeOffset date)
    {
        var response = Json(null, status);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(date);
        return response;
    }

    public static HttpResponseMessage SignIn(string token = Token, string? expires = null, int userId = 1) => Json(
        $$$"""
        {"SiteDomain":"polaris","UserDomain":"MYLIB","AccessToken":"{{{token}}}","AccessSecret":"{{{Secret}}}",
         "AuthExpDate":{{{(expires is null ? "null" : $"\"{expires}\"")}}},"PolarisUser":{"PolarisUserID":{{{userId}}},"Name":"Aladdin"}}
        """);

    public static HttpResponseMessage LockConflict() => Json(PolarisFixture.ResponseBody("lock-single-409.json")!.ToJsonString(), 409);

    /// <summary>The 404 of Polaris: the object is not locked.</summary>
    public static HttpResponseMessage NotLocked() => Json("""{"ErrorCode":0,"Message":"Object is NOT currently locked. Success"}""", 404);

    /// <summary>A lock of bibliographic record 7 for the user and workstation of <see cref="TestClient"/>.</summary>
    public static HttpResponseMessage Lock() => Lock(2, 7);

    /// <summary>A lock for the user and workstation of <see cref="TestClient"/>.</summary>
    public static HttpResponseMessage Lock(int type, int id) => Json(
        $$"""{"ExistingLock":false,"ObjectTypeID":{{type}},"ObjectID":{{id}},"PolarisUserID":1,"WorkstationID":15,"LockDate":"2016-01-15T16:01:16.857"}""");

    /// <summary>A body that sends some bytes and then breaks, or hangs until it is given up.</summary>
    public static HttpResponseMessage Broken(string begin, int status = 200, Func<CancellationToken, Task>? instead = null) => new((HttpStatusCode)status)
    {
        Content = new StreamContent(new BreakingStream(Encoding.UTF8.GetBytes(begin), instead ?? (_ => throw new IOException("reset by peer"))))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        },
    };

    public static HttpRequestException Refused() =>
        new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));

    public static HttpRequestException Reset() =>
        new(HttpRequestError.ResponseEnded, "The response ended prematurely.", new IOException("reset by peer"));
}
