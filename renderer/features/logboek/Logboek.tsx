export default function Logboek() { return <div className="screen"><h1>Logboek</h1></div>; }
