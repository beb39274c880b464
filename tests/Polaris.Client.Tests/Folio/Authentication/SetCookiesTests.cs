using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Authentication;

public class SetCookiesTests
{
    [TestCase("folioAccessToken=abc.def-_; Max-Age=600; Path=/; Secure; HTTPOnly; SameSite=Lax", ExpectedResult = "abc.def-_")]
    [TestCase("SAMESITE=None; secure;folioAccessToken=abc;path=/okapi", ExpectedResult = "abc")]
    [TestCase("FOLIOACCESSTOKEN = abc ;Expires=Sun, 01 Mar 2026 12:10:00 GMT", ExpectedResult = "abc")]
    [TestCase("folioAccessToken=\"abc\"", ExpectedResult = "abc")]
    [TestCase("folioAccessToken=a=b==", ExpectedResult = "a=b==")]
    [TestCase("other=1; Expires=Sun, 01 Mar 2026 12:10:00 GMT, folioAccessToken=abc; Path=/", ExpectedResult = "abc")]
    [TestCase("folioAccessToken=; Max-Age=0", ExpectedResult = null)]
    [TestCase("folioAccessToken", ExpectedResult = null)]
    [TestCase("xfolioAccessToken=abc; folioAccessTokenX=def", ExpectedResult = null)]
    [TestCase("folioAccessToken=täuschung", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    [TestCase(";;,=,;", ExpectedResult = null)]
    public string? Find_OneHeader_GivesTheValue(string header)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Set-Cookie", header);
        return SetCookies.Find(response, "folioAccessToken");
    }

    [Test]
    public void Find_DeletedAndSetAgain_GivesTheLastValue()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Set-Cookie", ["folioAccessToken=old", "folioAccessToken=; Max-Age=0", "folioAccessToken=new", "x=y"]);

        Assert.That(SetCookies.Find(response, "folioAccessToken"), Is.EqualTo("new"));
    }
}
